/*
title:
  id: Program dan kampanye
  en: Programmes and campaigns
description:
  id: >-
    Program dan kampanye yang tercatat, siapa yang memimpin, untuk siapa, di mana, dan sejak
    kapan.
  en: Programmes and campaigns on record, who leads them, for whom, where, and since when.
access: [policy, analyst, investigator]
columns:
  programme: {id: Program., en: Programme.}
  programme_id: {id: Id program., en: Id of the programme.}
  kind: {id: Kelas., en: Class.}
  since: {id: Sejak., en: Since.}
  led_by: {id: Dipimpin atau digagas oleh., en: Led or initiated by.}
  beneficiaries: {id: Penerima manfaat., en: Beneficiaries.}
  places: {id: Tempat atau wilayah., en: Places.}
  topics: {id: Topik., en: Topics.}
  implements: {id: Melaksanakan., en: Implements.}
  support: {id: Jumlah asal bukti yang mandiri., en: Number of independent origins.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (programme:Programme)
OPTIONAL MATCH (programme)-[:LED_BY|INITIATED_BY|CONDUCTED_BY|HAS_PARTY]->(leader:Agent)
WITH programme, leader ORDER BY leader.id
WITH programme, collect(DISTINCT leader.caption) AS led_by
OPTIONAL MATCH (programme)-[:BENEFITS|TARGETS]->(beneficiary:Entity)
WITH programme, led_by, beneficiary ORDER BY beneficiary.id
WITH programme, led_by, collect(DISTINCT beneficiary.caption) AS beneficiaries
OPTIONAL MATCH (programme)-[:LOCATED_IN|HAS_JURISDICTION]->(place:Place)
WITH programme, led_by, beneficiaries, place ORDER BY place.id
WITH programme, led_by, beneficiaries, collect(DISTINCT place.caption) AS places
OPTIONAL MATCH (programme)-[:IMPLEMENTS]->(basis:Entity)
WITH programme, led_by, beneficiaries, places, basis ORDER BY basis.id
WITH programme, led_by, beneficiaries, places, collect(DISTINCT basis.caption) AS implements
RETURN programme.caption AS programme, programme.id AS programme_id, programme.class AS kind,
  coalesce(programme.first_day, programme.startDate) AS since, led_by, beneficiaries, places,
  coalesce(programme.topic, programme.objective) AS topics, implements,
  programme.support AS support, programme.claims AS claims
ORDER BY programme_id
