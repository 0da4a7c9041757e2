/*
title:
  id: Penindakan konten siber
  en: Takedowns of online content
description:
  id: >-
    Peristiwa penindakan konten dan angka konten yang ditemukan atau diblokir, dengan pihak dan
    rentangnya. Angka tidak dijumlahkan.
  en: >-
    Takedown events, and counts of content detected or taken down, with claimant and window.
    Counts are not summed.
access: [policy, analyst, investigator]
columns:
  day: {id: Hari pertama., en: First day.}
  last_day: {id: Hari terakhir., en: Last day.}
  kind:
    id: CyberTakedown, atau ukuran angka.
    en: CyberTakedown, or the measure of a count.
  what: {id: Peristiwa atau angka., en: Event or count.}
  what_id: {id: Idnya., en: Its id.}
  lower: {id: Sedikitnya., en: At least.}
  upper: {id: Sebanyak-banyaknya., en: At most.}
  agents: {id: Pelaksana atau pihak yang menyatakan., en: Conducted or claimed by.}
  support: {id: Jumlah asal bukti yang mandiri., en: Number of independent origins.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (thing:CyberTakedown|Count)
WHERE thing.class = 'CyberTakedown' OR thing.measure IN ['content-taken-down', 'content-detected']
OPTIONAL MATCH (thing)-[:CONDUCTED_BY|CLAIMED_BY]->(agent:Agent)
WITH thing, agent ORDER BY agent.id
WITH thing, collect(DISTINCT agent.caption) AS agents
RETURN thing.first_day AS day, thing.last_day AS last_day,
  coalesce(thing.measure, thing.class) AS kind, thing.caption AS what, thing.id AS what_id,
  thing.countLower AS lower, thing.countUpper AS upper, agents, thing.support AS support,
  thing.claims AS claims
ORDER BY coalesce(day, '9999'), what_id
