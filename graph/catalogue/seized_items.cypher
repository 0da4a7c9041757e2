/*
title:
  id: Barang yang disita
  en: Seized items
description:
  id: Barang, kendaraan, dan kapal yang disita, dalam peristiwa apa dan oleh siapa.
  en: Items, vehicles and vessels seized, in which event and by whom.
access: [analyst, investigator]
columns:
  day: {id: Hari peristiwa., en: Day of the event.}
  item: {id: Barang., en: Item.}
  item_id: {id: Id barang., en: Id of the item.}
  kind: {id: Kelas., en: Class.}
  quantity: {id: Banyaknya., en: How many.}
  amount_idr: {id: Nilai uang (Rp)., en: Money (IDR).}
  plate: {id: Pelat nomor., en: Number plate.}
  event: {id: Peristiwa., en: Event.}
  event_id: {id: Id peristiwa., en: Id of the event.}
  agencies: {id: Pelaksana., en: Conducted by.}
  support: {id: Jumlah asal bukti yang mandiri., en: Number of independent origins.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (event:Event)-[link:SEIZED]->(item:Entity)
OPTIONAL MATCH (event)-[:CONDUCTED_BY]->(agency:Organization)
WITH event, link, item, agency ORDER BY agency.id
WITH event, link, item, collect(DISTINCT agency.caption) AS agencies
RETURN event.first_day AS day, item.caption AS item, item.id AS item_id, item.class AS kind,
  item.quantity AS quantity, item.amountIdr AS amount_idr, item.plate AS plate,
  event.caption AS event, event.id AS event_id, agencies, link.support AS support,
  link.claims AS claims
ORDER BY coalesce(day, '9999'), event_id, item_id
