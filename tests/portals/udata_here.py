"""For udata's Python: the application with a database in memory, an organisation, and the licences of data.gouv.fr."""

import mongoengine
import mongomock

_real = mongoengine.connect


def _in_memory(name, **settings):
    return _real(
        name,
        alias=settings.get("alias", "default"),
        host=f"mongodb://localhost/{name}",
        mongo_client_class=mongomock.MongoClient,
        uuidRepresentation="standard",
    )


mongoengine.connect = _in_memory

from udata import settings  # noqa: E402
from udata.app import create_app  # noqa: E402
from udata.core.dataset.models import License  # noqa: E402
from udata.core.organization.models import Organization  # noqa: E402

#: Two licences as https://www.data.gouv.fr/api/1/datasets/licenses/ tells them: the right one and the one it resembles.
LICENCES = (
    ("notspecified", "License Not Specified", None, []),
    (
        "fr-lo",
        "Licence Ouverte / Open Licence",
        "https://www.etalab.gouv.fr/wp-content/uploads/2014/05/Licence_Ouverte.pdf",
        [],
    ),
    (
        "lov2",
        "Licence Ouverte / Open Licence version 2.0",
        "https://www.etalab.gouv.fr/licence-ouverte-open-licence",
        ["https://www.etalab.gouv.fr/wp-content/uploads/2017/04/ETALAB-Licence-Ouverte-v2.0.pdf"],
    ),
)


def application(**changed):
    """The application, its settings those of its own tests but for those given."""
    made = type("Here", (settings.Testing,), changed)
    return create_app(settings.Defaults, override=made)


def furnish():
    """Make the licences and an organisation; returns the organisation."""
    for name, title, url, others in LICENCES:
        License(id=name, title=title, url=url, alternate_urls=others).save()
    return Organization(name="L'agence", description="Une agence").save()
