/*
title:
  id: Satu entitas
  en: One entity
description:
  id: Nama, kelas, dan bobot bukti satu entitas.
  en: Name, class and weight of evidence of one entity.
access: [policy, analyst, investigator]
parameters:
  id:
    type: id
    description: {id: Id entitas., en: The entity's id.}
    example: "org:kp2mi"
columns:
  id: {id: Id entitas., en: The entity's id.}
  class: {id: Kelas., en: Class.}
  caption: {id: Sebutan., en: Caption.}
  names: {id: Semua nama menurut sumber., en: All names that sources give.}
  support: {id: Jumlah asal bukti yang mandiri., en: Number of independent origins.}
  confidence: {id: Keyakinan 0-1., en: Confidence 0-1.}
  claims: {id: Id klaim tentang entitas itu., en: Ids of the claims about it.}
*/
MATCH (entity:Entity {id: $id})
RETURN entity.id AS id, entity.class AS class, entity.caption AS caption, entity.name AS names,
       entity.support AS support, entity.confidence AS confidence,
       entity.claims AS claims
