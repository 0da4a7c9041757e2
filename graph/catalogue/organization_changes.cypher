/*
title:
  id: Perubahan dan pembentukan lembaga
  en: Changes and formations of bodies
description:
  id: Lembaga, unit, pos, atau tim yang dibentuk atau berubah, kapan, dari apa, dan oleh siapa.
  en: Bodies, units, posts or teams that were formed or changed, when, from what, and by whom.
access: [policy, analyst, investigator]
columns:
  day: {id: Hari., en: Day.}
  event: {id: Peristiwa., en: Event.}
  event_id: {id: Id peristiwa., en: Id of the event.}
  kind:
    id: Jenis perubahan, atau Formation.
    en: Kind of change, or Formation.
  before: {id: Lembaga semula., en: Original bodies.}
  after: {id: Lembaga yang terbentuk., en: Bodies that resulted.}
  conducted_by: {id: Oleh., en: By.}
  support: {id: Jumlah asal bukti yang mandiri., en: Number of independent origins.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (event:OrganizationChange|Formation)
OPTIONAL MATCH (event)-[:CHANGED]->(original:Organization)
WITH event, original ORDER BY original.id
WITH event, collect(DISTINCT original.caption) AS before
OPTIONAL MATCH (event)-[:FORMED]->(result:Organization)
WITH event, before, result ORDER BY result.id
WITH event, before, collect(DISTINCT result.caption) AS after
OPTIONAL MATCH (event)-[:CONDUCTED_BY|LED_BY|INITIATED_BY]->(agent:Agent)
WITH event, before, after, agent ORDER BY agent.id
WITH event, before, after, collect(DISTINCT agent.caption) AS conducted_by
RETURN event.first_day AS day, event.caption AS event, event.id AS event_id,
  coalesce(event.changeKind, event.class) AS kind, before, after, conducted_by,
  event.support AS support, event.claims AS claims
ORDER BY coalesce(day, '9999'), event_id
