/*
title:
  id: Wilayah yang disebut rawan
  en: Places said to be at risk
description:
  id: >-
    Wilayah atau kelompok yang menurut sumber rawan terhadap TPPO atau bahaya lain, dengan
    penilaian siapa itu dalam klaimnya.
  en: >-
    Places or groups that sources say are at risk of trafficking or other harm; the claims tell
    whose judgement that is.
access: [policy, analyst, investigator]
columns:
  place: {id: Wilayah atau kelompok., en: Place or group.}
  place_id: {id: Idnya., en: Its id.}
  kind: {id: Kelas., en: Class.}
  province: {id: Provinsi., en: Province.}
  at_risk_of: {id: Rawan terhadap (topik)., en: At risk of (topics).}
  documents: {id: Dokumen., en: Documents.}
  claims: {id: Id klaim tentang wilayah itu., en: Ids of claims about it.}
*/
MATCH (place:Entity)
WHERE place.atRiskOf IS NOT NULL
OPTIONAL MATCH (place)-[:OCCURRED_AT|LOCATED_IN|PART_OF*0..5]->(province:Province)
WITH place, province ORDER BY province.id
WITH place, collect(DISTINCT province.caption) AS provinces
OPTIONAL MATCH (place)-[:MENTIONED_IN]->(document:Document)
WHERE document.reliability IS NOT NULL
WITH place, provinces, document ORDER BY document.id
WITH place, provinces, collect(DISTINCT document.id) AS documents
RETURN place.caption AS place, place.id AS place_id, place.class AS kind, provinces AS province,
  place.atRiskOf AS at_risk_of, documents, place.claims AS claims
ORDER BY kind, place_id
