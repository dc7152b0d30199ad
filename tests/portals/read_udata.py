"""Run by udata's Python: a catalogue comes in; what its reader understands of each dataset goes out as JSON."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import udata_here
from rdflib import Graph, URIRef
from udata.core.dataset.models import Dataset
from udata.core.dataset.rdf import dataset_from_rdf


def told(dataset):
    """A dataset as plain values."""
    return {
        "title": dataset.title,
        "description": dataset.description,
        "frequency": str(dataset.frequency),
        "tags": list(dataset.tags),
        "license": dataset.license.id,
        "start": str(dataset.temporal_coverage.start),
        "end": str(dataset.temporal_coverage.end),
        "spatial": dataset.spatial.geom,
        "contacts": [[c.role, c.name, c.email, c.contact_form] for c in dataset.contact_points],
        "identifier": dataset.harvest.dct_identifier,
        "uri": dataset.harvest.uri,
        "landing": dataset.harvest.remote_url,
        "issued": str(dataset.harvest.issued_at)[:10],
        "modified": str(dataset.harvest.modified_at)[:10],
        "rights": dataset.extras["dcat"]["rights"],
        "resources": [
            {
                "title": one.title,
                "description": one.description,
                "url": one.url,
                "format": one.format,
                "mime": one.mime,
                "size": one.filesize,
                "type": one.type,
                "checksum": one.checksum.value if one.checksum else None,
                "identifier": one.harvest.dct_identifier,
                "uri": one.harvest.uri,
                "modified": str(one.harvest.modified_at)[:10],
            }
            for one in dataset.resources
        ],
    }


app = udata_here.application()
with app.app_context(), app.test_request_context():
    organization = udata_here.furnish()
    graph = Graph().parse(sys.argv[1])
    found = []
    for node in sorted(graph.objects(None, URIRef("http://www.w3.org/ns/dcat#dataset"))):
        dataset = dataset_from_rdf(graph, dataset=Dataset(organization=organization), node=node)
        dataset.save()  # what it could not keep would be refused here
        found.append(told(Dataset.objects.get(id=dataset.id)))
json.dump(found, sys.stdout, ensure_ascii=False)
