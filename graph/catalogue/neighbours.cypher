/*
title:
  id: Tetangga satu entitas
  en: Neighbours of one entity
description:
  id: >-
    Apa yang terhubung langsung dengan satu entitas, ke arah mana, lewat hubungan apa, dan klaim
    mana yang menyatakannya. Yang paling didukung lebih dahulu.
  en: >-
    What is directly linked to one entity, in which direction, by which relationship, and which
    claims say so. The best supported come first.
access: [analyst, investigator]
parameters:
  id:
    type: id
    description: {id: Id entitas., en: The entity's id.}
    example: "org:kp2mi"
  limit:
    type: integer
    description: {id: Jumlah baris paling banyak., en: Largest number of rows.}
    required: false
    default: 100
    minimum: 1
    maximum: 1000
columns:
  type: {id: Jenis hubungan., en: Relationship type.}
  is_outgoing: {id: Benar bila hubungan berawal dari entitas ini., en: Whether it starts here.}
  id: {id: Id tetangga., en: The neighbour's id.}
  class: {id: Kelas tetangga., en: The neighbour's class.}
  caption: {id: Sebutan tetangga., en: The neighbour's caption.}
  support: {id: Jumlah asal bukti yang mandiri., en: Number of independent origins.}
  claims: {id: Id klaim yang menyatakannya., en: Ids of the claims that say so.}
*/
MATCH (entity:Entity {id: $id})-[link]-(neighbour:Entity)
RETURN type(link) AS type, startNode(link).id = $id AS is_outgoing, neighbour.id AS id,
       neighbour.class AS class, neighbour.caption AS caption, link.support AS support,
       link.claims AS claims
ORDER BY support DESC, type, id, link.id
LIMIT $limit
