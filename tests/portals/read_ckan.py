"""Run by CKAN's Python: a catalogue and its form come in; what ckanext-dcat's reader understands goes out as JSON.

A file of licences may be named after the form, as a CKAN is given one (licenses_group_url).
"""

import json
import sys
from pathlib import Path

from ckan.common import config
from ckanext.dcat.processors import RDFParser

path, form, *licences = sys.argv[1:]
config["ckan.locale_default"] = "fr"
if licences:
    config["licenses_group_url"] = f"file://{licences[0]}"
parser = RDFParser(profiles=["euro_dcat_ap_3"])
parser.parse(Path(path).read_text(encoding="utf-8"), _format=form)
json.dump(list(parser.datasets()), sys.stdout, ensure_ascii=False)
