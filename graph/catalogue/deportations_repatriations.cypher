/*
title:
  id: Deportasi dan pemulangan
  en: Deportations and repatriations
description:
  id: >-
    Peristiwa deportasi dan pemulangan menurut waktu, dari mana, ke mana, siapa yang melaksanakan,
    dan kelompok yang dipulangkan.
  en: >-
    Deportations and repatriations in time, from where, to where, by whom, and the groups brought
    back.
access: [policy, analyst, investigator]
parameters:
  origin:
    type: id
    description: {id: Hanya dari negara ini., en: Only from this country.}
    required: false
    example: "country:MY"
columns:
  day: {id: Hari., en: Day.}
  kind: {id: Deportation atau Repatriation., en: Deportation or Repatriation.}
  event: {id: Peristiwa., en: Event.}
  event_id: {id: Id peristiwa., en: Id of the event.}
  from: {id: Dari., en: From.}
  to:
    id: Ke, atau tempat kejadian.
    en: To, or place of the event.
  conducted_by: {id: Pelaksana., en: Conducted by.}
  groups: {id: Kelompok., en: Groups.}
  support: {id: Jumlah asal bukti yang mandiri., en: Number of independent origins.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (event:Deportation|Repatriation)
OPTIONAL MATCH (event)-[:ORIGINATES_IN]->(start:Place)
WITH event, start ORDER BY start.id
WITH event, collect(DISTINCT start.caption) AS from, collect(DISTINCT start.id) AS start_ids
WHERE $origin IS NULL OR $origin IN start_ids
OPTIONAL MATCH (event)-[:DESTINED_FOR|OCCURRED_AT]->(goal:Place)
WITH event, from, goal ORDER BY goal.id
WITH event, from, collect(DISTINCT goal.caption) AS to
OPTIONAL MATCH (event)-[:CONDUCTED_BY]->(agent:Organization)
WITH event, from, to, agent ORDER BY agent.id
WITH event, from, to, collect(DISTINCT agent.caption) AS conducted_by
OPTIONAL MATCH (event)-[:AFFECTED]->(group:Group)
WITH event, from, to, conducted_by, group ORDER BY group.id
WITH event, from, to, conducted_by, collect(DISTINCT group.caption) AS groups
RETURN event.first_day AS day, event.class AS kind, event.caption AS event, event.id AS event_id,
  from, to, conducted_by, groups, event.support AS support, event.claims AS claims
ORDER BY coalesce(day, '9999'), event_id
