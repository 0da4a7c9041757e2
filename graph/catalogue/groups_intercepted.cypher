/*
title:
  id: Kelompok yang dicegah
  en: Groups intercepted
description:
  id: >-
    Kelompok orang tanpa nama yang terkena atau diamankan dalam penggagalan, penggerebekan, atau
    penyelamatan, dengan batas bawah dan atas. Batas tidak dijumlahkan; satu kelompok bisa bagian
    dari kelompok lain.
  en: >-
    Unnamed groups affected or apprehended in interceptions, raids or rescues, with lower and
    upper bound. Bounds are not summed; one group may be part of another.
access: [policy, analyst, investigator]
parameters:
  role:
    type: text
    terms: roles
    description:
      id: "Hanya peran ini: prospective-migrant, victim, suspect, …."
      en: "Only this role: prospective-migrant, victim, suspect, …."
    required: false
    example: prospective-migrant
columns:
  day: {id: Hari peristiwa., en: Day of the event.}
  event: {id: Peristiwa., en: Event.}
  event_id: {id: Id peristiwa., en: Id of the event.}
  event_kind: {id: Kelas peristiwa., en: Class of the event.}
  link: {id: AFFECTED atau APPREHENDED., en: AFFECTED or APPREHENDED.}
  group: {id: Kelompok., en: Group.}
  group_id: {id: Id kelompok., en: Id of the group.}
  lower: {id: Sedikitnya., en: At least.}
  upper: {id: Sebanyak-banyaknya., en: At most.}
  roles: {id: Peran anggota., en: Roles of the members.}
  origins: {id: Daerah asal., en: Regions of origin.}
  part_of: {id: Bagian dari kelompok., en: Part of which group.}
  support: {id: Jumlah asal bukti yang mandiri., en: Number of independent origins.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (event:Interception|Raid|Rescue|Arrest)-[link:AFFECTED|APPREHENDED]->(group:Group)
WHERE $role IS NULL OR $role IN group.groupRole
OPTIONAL MATCH (group)-[:ORIGINATES_IN]->(origin:Place)
WITH event, link, group, origin ORDER BY origin.id
WITH event, link, group, collect(DISTINCT origin.caption) AS origins
OPTIONAL MATCH (group)-[:PART_OF]->(whole:Group)
WITH event, link, group, origins, whole ORDER BY whole.id
WITH event, link, group, origins, collect(DISTINCT whole.id) AS part_of
RETURN event.first_day AS day, event.caption AS event, event.id AS event_id,
  event.class AS event_kind, type(link) AS link, group.caption AS group, group.id AS group_id,
  group.groupSizeLower AS lower, group.groupSizeUpper AS upper, group.groupRole AS roles,
  origins, part_of, link.support AS support, link.claims AS claims
ORDER BY coalesce(day, '9999'), event_id, group_id, link
