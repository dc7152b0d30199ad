// A made-up network as a drawing packs it: five actors, of which three are a community, and three arrangements.
export const packed = {
  format: 1, base: "https://w3id.org/maillage/id/", name: "coordination", title: { fr: "Qui avec qui", en: "Who with whom" },
  directed: false, twoModes: false, rule: { fr: "Liés", en: "Tied" }, version: "Maillage 0.0-exemple", around: false,
  query: [
    "PREFIX mlg: <https://w3id.org/maillage/def#>", "SELECT DISTINCT ?source ?target ?arrangement ?claim ?until ?from_earliest ?from_latest ?until_earliest ?until_latest ?certainty", "WHERE {",
    "  ?claim a mlg:Coordination .", "}", "ORDER BY STR(?source) STR(?target)"].join("\n"),
  families: [["mlg:HealthAgency", "Agences", "Agencies", "dot", "#332288", "#1c134b", true], ["mlg:Collectivity", "Collectivités", "Authorities", "square", "#44aa99", "#255e54", true], ["", "Autres", "Others", "triangleDown", "#aab3bd", "#5e6268", true]],
  kinds: [["mlg:RegionalHealthAgency", "agence", "agency", 0], ["mlg:Municipality", "commune", "municipality", 1], ["mlg:Odd", "autre", "odd", 2]],
  territories: ["Exemple-Est"],
  groups: [[0, 0, 100, 4, "ARS Exemple"]],
  nodes: [
    ["organisation/ars", "Agence « d’Exemple »", 0, 0, 0, 0, ["ARS Exemple"], 0], ["organisation/ville", "Ville <b>", 1, 100, 0, 0, [], -1],
    ["organisation/metropole", "Métropole", 1, 0, 100, 0, [], -1], ["organisation/pays", "Pays", 1, 50, 50, 0, [], -1], ["organisation/loin", "Loin", 2, 500, 500, -1, [], -1]],
  through: [["mlg:Contract", "Contrats", "Contracts"], ["mlg:Event", "Événements", "Events"]],
  arrangements: [["arrangement/cls", "Contrat", 0, [0]], ["arrangement/atelier", "Atelier, « santé »", 1, [0, 1]], ["arrangement/pacte", "Pacte", 0, []]],
  roles: [["role:signatory", "signataire", "signatory"], ["role:participant", "participant", "participant"]],
  rolesets: [[0], [1], [0, 1]],
  themes: [["https://w3id.org/maillage/def/theme/care", "accès", "care"], ["https://w3id.org/maillage/def/theme/city", "ville", "city"]],
  periods: [["2022-03-01", "2022-03-01", "2026-12-31", "2026-12-31", 0, "2022 à 2026", "2022 to 2026"], ["2024-01-15", "2024-01-15", "2024-01-15", "2024-01-15", 0, "15 janvier 2024", "15 January 2024"], [null, null, null, null, 0, "dates inconnues", "dates unknown"]],
  links: [[0, 1, [0, 0, 0, 0], [1, 1, 1, 0]], [0, 2, [0, 0, 0, 1]], [1, 2, [0, 0, 2, 0]], [0, 4, [2, 2, 0, 1]], [1, 3, [1, 1, 1, 0]]],
};
