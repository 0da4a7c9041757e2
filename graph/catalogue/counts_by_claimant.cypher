/*
title:
  id: Angka menurut pihak yang menyatakan
  en: Counts by claimant
description:
  id: >-
    Semua angka yang dinyatakan satu lembaga atau pejabat, dengan ukuran, batas, rentang, dan
    wilayahnya. Angka tidak dijumlahkan.
  en: >-
    Every count that one body or official claims, with measure, bounds, window and area. Counts
    are not summed.
access: [policy, analyst, investigator]
parameters:
  claimant:
    type: id
    description: {id: Id pihak., en: Id of the claimant.}
    example: "org:polda-riau"
  measure:
    type: text
    terms: measures
    description: {id: Hanya ukuran ini., en: Only this measure.}
    required: false
columns:
  measure: {id: Ukuran., en: Measure.}
  lower: {id: Sedikitnya., en: At least.}
  upper: {id: Sebanyak-banyaknya., en: At most.}
  unit: {id: Satuan., en: Unit.}
  approximation: {id: Ketepatan., en: Approximation.}
  window: {id: Rentang waktu (EDTF)., en: Window (EDTF).}
  areas: {id: Wilayah., en: Areas.}
  cumulative: {id: Kumulatif menurut sumber., en: Cumulative according to the source.}
  counts: {id: Yang dihitung., en: What is counted.}
  modality: {id: Modalitas., en: Modality.}
  count_id: {id: Id angka., en: Id of the count.}
  documents: {id: Dokumen., en: Documents.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (count:Count)-[link:CLAIMED_BY]->(:Agent {id: $claimant})
WHERE $measure IS NULL OR count.measure = $measure
OPTIONAL MATCH (count)-[:COVERS_AREA]->(area:Place)
WITH count, link, area ORDER BY area.id
WITH count, link, collect(DISTINCT area.caption) AS areas
OPTIONAL MATCH (count)-[:COUNTS]->(thing:Entity)
WITH count, link, areas, thing ORDER BY thing.id
WITH count, link, areas, collect(DISTINCT thing.caption) AS counted
OPTIONAL MATCH (count)-[:MENTIONED_IN]->(document:Document)
WITH count, link, areas, counted, document ORDER BY document.id
WITH count, link, areas, counted, collect(DISTINCT document.id) AS documents
RETURN count.measure AS measure, count.countLower AS lower, count.countUpper AS upper,
  count.countUnit AS unit, count.approximation AS approximation, count.window AS window, areas,
  count.cumulative AS cumulative, counted AS counts, link.modality AS modality, count.id AS count_id,
  documents, count.claims AS claims
ORDER BY coalesce(measure, ''), coalesce(count.first_day, ''), count_id
