"""In: the family of a node (the kind its colour stands for). Out: its look, from the one table of colours and shapes.

Every view and export that paints a network reads this table, so that a hospital looks the same everywhere. Shape *and*
colour tell families apart. The hues are Paul Tol's "muted" scheme, made for colour-blind readers (P. Tol, *Colour
Schemes*, SRON/EPS/TN/09-002); two families that share a shape stay apart when each of the three common deficiencies is
simulated, and every outline has a contrast of 3 to 1 on white (both are tested). An actor is filled, an arrangement is
hollow; a `mlg:Collaboration`, which is both, is filled because it takes part like an actor.
"""

from __future__ import annotations

from dataclasses import dataclass

INDIGO, WINE, GREEN, TEAL, PURPLE = "#332288", "#882255", "#117733", "#44aa99", "#aa4499"
ROSE, SAND, CYAN, SLATE, SILVER = "#cc6677", "#ddcc77", "#88ccee", "#46515e", "#aab3bd"
PAPER = "#ffffff"

SHAPES = ("dot", "square", "diamond", "triangle", "triangleDown", "star", "hexagon")
"""The shapes in use, by their names in vis-network; other exports translate them."""


@dataclass(frozen=True)
class Look:
    """How one family is drawn.

    Attributes
    ----------
    family: CURIE of the top-level kind, such as ``mlg:HealthAgency``.
    fr, en: what the legend says, in the plural.
    shape: one of `SHAPES`.
    colour: ``#rrggbb``, the hue of the family.
    actor: whether the family acts (filled) or is what actors meet in (hollow).
    """

    family: str
    fr: str
    en: str
    shape: str
    colour: str
    actor: bool = True

    @property
    def fill(self) -> str:
        """Inside of the shape: the hue for an actor, white for an arrangement."""
        return self.colour if self.actor else PAPER

    @property
    def border(self) -> str:
        """Outline: a darker tone of the hue, so that light hues too stand out on white."""
        return darker(self.colour) if self.actor else self.colour


def darker(colour: str, keep: float = 0.55) -> str:
    """Same hue with `keep` (0 to 1) of its light; ``#rrggbb`` in and out."""
    return "#" + "".join(f"{round(int(colour[i : i + 2], 16) * keep):02x}" for i in (1, 3, 5))


TABLE: tuple[Look, ...] = (
    Look("mlg:HealthAgency", "Agences de santé", "Health agencies", "dot", INDIGO),
    Look("mlg:Collectivity", "Collectivités territoriales", "Local authorities", "square", TEAL),
    Look("mlg:StateService", "Services de l’État", "State services", "triangle", WINE),
    Look("mlg:StateInstitution", "Institutions de l’État", "State institutions", "triangleDown", ROSE),
    Look("mlg:SocialSecurityBody", "Sécurité sociale", "Social security bodies", "diamond", SAND),
    Look("mlg:CareProvider", "Structures de soins", "Care providers", "hexagon", GREEN),
    Look("mlg:SocialBody", "Organismes sociaux", "Social bodies", "diamond", WINE),
    Look("mlg:ProfessionalBody", "Ordres et fédérations", "Professional bodies", "hexagon", PURPLE),
    Look("mlg:Association", "Associations", "Associations", "star", ROSE),
    Look("mlg:AcademicBody", "Universités, recherche", "Academic bodies", "triangle", CYAN),
    Look("mlg:Company", "Entreprises", "Companies", "square", SLATE),
    Look("mlg:UrbanPlanningAgency", "Agences d’urbanisme", "Urban planning agencies", "square", SAND),
    Look("mlg:Office", "Fonctions sans nom", "Unnamed offices", "dot", SILVER),
    Look("mlg:Collaboration", "Instances, CPTS, GHT", "Councils, CPTS, GHT", "star", CYAN),
    Look("mlg:ActorGroup", "Groupes d’acteurs", "Groups of actors", "dot", SAND),
    Look("mlg:Contract", "Contrats", "Contracts", "square", INDIGO, actor=False),
    Look("mlg:Programme", "Programmes et plans", "Programmes and plans", "dot", GREEN, actor=False),
    Look("mlg:Event", "Événements", "Events", "diamond", WINE, actor=False),
    Look("mlg:Service", "Services rendus", "Services", "hexagon", WINE, actor=False),
    Look("mlg:LegalMeasure", "Mesures juridiques", "Legal measures", "triangle", SLATE, actor=False),
    Look("mlg:Publication", "Publications", "Publications", "star", PURPLE, actor=False),
    Look("mlg:Assessment", "Diagnostics et évaluations", "Assessments", "triangleDown", GREEN, actor=False),
    Look("mlg:ArrangementFamily", "Familles de dispositifs", "Arrangement families", "square", ROSE, actor=False),
)
"""In the order of the legend: actors first, then arrangements."""

OTHER = Look("", "Autres", "Others", "triangleDown", SILVER)
"""For a family this table does not know yet: drawn and named in the legend, never dropped."""

_BY_FAMILY = {look.family: look for look in TABLE}


def look_of(family: str) -> Look:
    """The look of a family given as a CURIE; `OTHER` when the table does not know it."""
    return _BY_FAMILY.get(family, OTHER)


@dataclass(frozen=True)
class State:
    """How what is gained, lost or kept between two networks is drawn: by colour and by stroke.

    Attributes
    ----------
    name: ``kept``, ``gained`` or ``lost``.
    fr, en: what the legend says.
    colour: ``#rrggbb`` of the line, and of the outline of a node; of the lightest contrast of 3 to 1 on white.
    dashed: whether the line is broken.
    """

    name: str
    fr: str
    en: str
    colour: str
    dashed: bool = False


STATES: tuple[State, ...] = (
    State("kept", "conservé", "kept", "#7a8794"),
    State("gained", "gagné", "gained", GREEN),
    State("lost", "perdu", "lost", WINE, dashed=True),
)
"""Of a comparison, in the order of its legend."""


@dataclass(frozen=True)
class Scale:
    """Classes of a quantity on a map, the same on every day so that two maps compare.

    Attributes
    ----------
    floors: the least value of each class, growing; below the first is class 0, "none known".
    colours: ``#rrggbb`` of each class, light to dark.
    """

    floors: tuple[float, ...]
    colours: tuple[str, ...]

    def step(self, value: float) -> int:
        """The class of a value: 0 for none, then 1 for the lightest."""
        return sum(value >= floor for floor in self.floors)


STEPS = ("#c7e9b4", "#7fcdbb", "#41b6c4", "#2c7fb8", "#253494")
"""Five steps of one growing quantity: ColorBrewer's YlGnBu of six without its lightest (C. Brewer, colorbrewer2.org),
lighter to darker for usual and colour-blind eyes and in print."""

GROUPS = (INDIGO, CYAN, TEAL, SAND, ROSE, WINE, PURPLE, GREEN)
"""Of groups that are found and not given, the largest first: the same hues as the families, in an order that sets apart
those that follow each other; a group after these is `SILVER`."""

NONE_KNOWN = "#f1f3f5"
"""Where a quantity is known to be nought, or nothing is known that would make it more: land, but no step."""

SHARES = Scale((1e-9, 10, 25, 50, 100), STEPS)
"""Per cent of inhabitants: something, then from 10, from 25, from 50, and all of them."""

NUMBERS = Scale((1, 2, 3, 5, 8), STEPS)
"""Counts of arrangements: 1, 2, 3 or 4, 5 to 7, 8 and more."""
