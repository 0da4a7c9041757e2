/*
title:
  id: Pos dan kantor pelindungan
  en: Protection posts and offices
description:
  id: >-
    BP3MI, LP3MI, P4MI, desk, satgas, dan tim yang tercatat, dengan induk, wilayah kerja, dan
    tempatnya. Provinsi dapat dipilih.
  en: >-
    BP3MI, LP3MI, P4MI, desks, task forces and teams on record, with parent, jurisdiction and
    place. A province can be chosen.
access: [policy, analyst, investigator]
parameters:
  province:
    type: id
    description: {id: Hanya di provinsi ini., en: Only in this province.}
    required: false
    example: "region:53"
columns:
  province: {id: Provinsi., en: Provinces.}
  office:
    id: Kantor, pos, desk, atau tim.
    en: Office, post, desk or team.
  office_id: {id: Idnya., en: Its id.}
  kind: {id: Kelas., en: Class.}
  parents: {id: Induk., en: Unit of.}
  covers: {id: Wilayah kerja atau tempat., en: Jurisdiction or place.}
  formed_on:
    id: Hari dibentuk menurut sumber.
    en: Day of formation, as a source says.
  services: {id: Layanan., en: Services.}
  support: {id: Jumlah asal bukti yang mandiri., en: Number of independent origins.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (office:ProtectionOffice|ServicePost|CoordinationDesk|TaskForce|RapidReactionTeam|CyberPatrolTeam)
OPTIONAL MATCH (office)-[:HAS_JURISDICTION|LOCATED_IN]->(place:Place)
WITH office, place ORDER BY place.id
WITH office, collect(DISTINCT place.caption) AS covers
OPTIONAL MATCH (office)-[:HAS_JURISDICTION|LOCATED_IN]->(:Place)-[:LOCATED_IN|PART_OF*0..4]->(province:Province)
WITH office, covers, province ORDER BY province.id
WITH office, covers, collect(DISTINCT province.caption) AS provinces,
  collect(DISTINCT province.id) AS province_ids
WHERE $province IS NULL OR $province IN province_ids
OPTIONAL MATCH (office)-[:UNIT_OF]->(parent:Organization)
WITH office, covers, provinces, parent ORDER BY parent.id
WITH office, covers, provinces, collect(DISTINCT parent.caption) AS parents
OPTIONAL MATCH (formation:Event)-[:FORMED]->(office)
WITH office, covers, provinces, parents, min(formation.first_day) AS formed
RETURN provinces AS province, office.caption AS office, office.id AS office_id,
  office.class AS kind, parents, covers, coalesce(formed, office.startDate) AS formed_on,
  office.service AS services, office.support AS support, office.claims AS claims
ORDER BY coalesce(province[0], ''), kind, office_id
