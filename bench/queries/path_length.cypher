/*
title:
  id: Panjang jalur terpendek
  en: Length of a shortest path
description:
  id: Panjang jalur terpendek.
  en: Length of a shortest path.
access: [investigator]
parameters:
  start:
    type: id
    description: {id: Id entitas., en: An entity's id.}
    example: "person:0000001"
  goal:
    type: id
    description: {id: Id entitas., en: An entity's id.}
    example: "person:0000001"
columns:
  hops: {id: Banyaknya langkah., en: Number of steps.}
*/
MATCH (start:Entity {id: $start}), (goal:Entity {id: $goal}),
      path = shortestPath((start)-[:RECRUITED|USES|THROUGH|IMPLICATES|AFFECTED*1..6]-(goal))
RETURN length(path) AS hops
