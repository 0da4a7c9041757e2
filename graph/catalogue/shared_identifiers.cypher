/*
title:
  id: Sarana dan alamat yang dipakai bersama
  en: Shared channels and addresses
description:
  id: >-
    Nomor telepon, rekening, akun, pelat, kapal, dokumen, atau alamat yang dipakai dua pihak atau
    lebih, juga bila dua catatan sarana memuat nomor yang sama. Pemakaian bersama bukan bukti
    persekongkolan; nomor kantor dipakai banyak orang.
  en: >-
    Phone numbers, accounts, handles, plates, vessels, documents or addresses used by two parties
    or more, also where two channel records hold the same number. Sharing is no proof of
    conspiracy; an office number is used by many.
access: [investigator]
parameters:
  minimum:
    type: integer
    description: {id: Paling sedikit pemakai., en: Fewest users.}
    required: false
    default: 2
    example: 2
    minimum: 2
    maximum: 1000
columns:
  kind: {id: Jenis sarana., en: Kind of channel.}
  identifier:
    id: Nomor, pelat, alamat, atau nama sarana.
    en: Number, plate, address, or name of the channel.
  channel_ids: {id: Id catatan sarana., en: Ids of the channel records.}
  users: {id: Pemakai., en: Users.}
  user_ids: {id: Id pemakai., en: Ids of the users.}
  incidents:
    id: Kejadian yang melibatkan para pemakai.
    en: Incidents in which the users appear.
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (user:Agent)-[link:USES|OCCUPIES]->(channel:Channel|Place)
WITH user, link, channel, coalesce(channel.e164, channel.accountNumber, channel.handle, channel.plate,
  channel.documentNumber, channel.email, channel.address[0], channel.id) AS value
OPTIONAL MATCH (user)-[:HAS_ROLE_IN|HAS_LEGAL_STAGE]->(incident:Event|Case)
WITH user, link, channel, value, incident ORDER BY user.id, channel.id, incident.id
WITH channel.class AS kind, value, collect(DISTINCT channel.id) AS channel_ids,
  collect(DISTINCT channel.caption) AS captions, collect(DISTINCT user.caption) AS users,
  collect(DISTINCT user.id) AS user_ids, collect(DISTINCT incident.caption) AS incidents,
  collect(link.claims) AS found
WHERE size(user_ids) >= $minimum
RETURN kind, CASE WHEN value IN channel_ids THEN captions[0] ELSE value END AS identifier, channel_ids,
  users, user_ids, incidents,
  reduce(kept = [], some IN found | kept + [claim IN some WHERE NOT claim IN kept]) AS claims
ORDER BY size(user_ids) DESC, kind, channel_ids[0]
