/*
title:
  id: Berapa entitas dalam 3 langkah
  en: How many entities lie within 3 steps
description:
  id: Berapa entitas dalam 3 langkah.
  en: How many entities lie within 3 steps.
access: [investigator]
parameters:
  id:
    type: id
    description: {id: Id entitas., en: An entity's id.}
    example: "person:0000001"
columns:
  n: {id: Banyaknya., en: How many.}
*/
MATCH (entity:Entity {id: $id})-[:RECRUITED|USES|THROUGH|IMPLICATES|AFFECTED*1..3]-(other:Entity)
WHERE other.id <> $id
RETURN count(DISTINCT other) AS n
