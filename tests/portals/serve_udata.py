"""Run by udata's Python: a folder for its files comes in; a real udata, answering on this machine, goes out.

It tells its address and a token as one line of JSON, then answers until it is ended. After `state` on its standard
input it tells what it holds.
"""

import json
import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import udata_here
from udata import api, frontend
from udata.core import storages
from udata.core.api_token.models import ApiToken
from udata.core.dataset.models import Dataset
from udata.core.organization.models import Member
from udata.core.user.factories import UserFactory
from werkzeug.serving import make_server

folder = Path(sys.argv[1])
app = udata_here.application(SERVER_NAME=None, FS_ROOT=str(folder))
for storage in ("resources", "avatars", "logos", "images", "chunks", "references"):
    app.config[f"{storage.upper()}_FS_BACKEND"] = "local"
storages.init_app(app)
api.init_app(app)
frontend.init_app(app)
server = make_server("127.0.0.1", 0, app, threaded=False)
app.config["SERVER_NAME"] = f"127.0.0.1:{server.server_port}"

with app.app_context():
    user = UserFactory()
    organization = udata_here.furnish()
    organization.members = [Member(user=user, role="admin")]
    organization.save()
    token, plain = ApiToken.generate(user)
print(
    json.dumps({"url": f"http://127.0.0.1:{server.server_port}", "token": plain, "organization": organization.slug}),
    flush=True,
)
threading.Thread(target=server.serve_forever, daemon=True).start()
for _ in sys.stdin:
    with app.app_context(), app.test_request_context():
        held = [json.loads(one.to_json()) for one in Dataset.objects]
    print(json.dumps(held), flush=True)
