/*
title:
  id: Cari menurut nama
  en: Search by name
description:
  id: >-
    Entitas yang nama, alias, singkatan, atau idnya memuat kata yang dicari; yang paling cocok
    dahulu.
  en: Entities whose name, alias, abbreviation or id holds the words; best matches first.
access: [policy, analyst, investigator]
parameters:
  text:
    type: words
    description: {id: Kata yang dicari., en: Words to look for.}
    example: kapolda
  limit:
    type: integer
    description: {id: Jumlah baris paling banyak., en: Largest number of rows.}
    required: false
    default: 20
    minimum: 1
    maximum: 200
columns:
  id: {id: Id entitas., en: The entity's id.}
  class: {id: Kelas., en: Class.}
  caption: {id: Sebutan., en: Caption.}
*/
CALL db.index.fulltext.queryNodes('Entity[search_text]', $text) YIELD node, score
RETURN node.id AS id, node.class AS class, node.caption AS caption
ORDER BY score DESC, id
LIMIT $limit
