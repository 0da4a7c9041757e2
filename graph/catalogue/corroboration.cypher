/*
title:
  id: Fakta menurut jumlah asal bukti
  en: Facts by number of independent origins
description:
  id: >-
    Hubungan yang dinyatakan oleh beberapa asal bukti yang mandiri. Sepuluh muat ulang dari satu
    siaran pers dihitung satu. Yang paling didukung dahulu.
  en: >-
    Links that several independent origins state. Ten reposts of one press release count once. The
    best supported come first.
access: [policy, analyst, investigator]
parameters:
  minimum:
    type: integer
    description: {id: Paling sedikit asal bukti., en: Fewest origins.}
    required: false
    default: 3
    minimum: 1
    maximum: 1000
  entity:
    type: id
    description:
      id: Hanya fakta tentang entitas ini; kosong untuk semua.
      en: Only facts about this entity; empty for all.
    required: false
    example: "agr:ntt-deklarasi-tppo-2025-08-06"
  limit:
    type: integer
    description: {id: Jumlah baris paling banyak., en: Largest number of rows.}
    required: false
    default: 200
    minimum: 1
    maximum: 5000
columns:
  support: {id: Jumlah asal bukti yang mandiri., en: Number of independent origins.}
  confidence: {id: Keyakinan 0-1., en: Confidence 0-1.}
  subject: {id: Subjek., en: Subject.}
  subject_id: {id: Id subjek., en: Id of the subject.}
  link: {id: Jenis hubungan., en: Relationship type.}
  object: {id: Objek., en: Object.}
  object_id: {id: Id objek., en: Id of the object.}
  modality: {id: Modalitas terkuat., en: Strongest modality.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (subject:Entity)-[fact]->(object:Entity)
WHERE fact.support >= $minimum AND ($entity IS NULL OR subject.id = $entity OR object.id = $entity)
  AND NOT type(fact) IN ['MENTIONED_IN', 'PUBLISHED_BY', 'STARTS_AT', 'ENDS_AT', 'PART_OF']
RETURN fact.support AS support, fact.confidence AS confidence, subject.caption AS subject,
  subject.id AS subject_id, type(fact) AS link, object.caption AS object, object.id AS object_id,
  fact.modality AS modality, fact.claims AS claims
ORDER BY support DESC, confidence DESC, subject_id, link, object_id, fact.id
LIMIT $limit
