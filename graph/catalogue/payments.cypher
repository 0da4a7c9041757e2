/*
title:
  id: Pembayaran
  en: Payments
description:
  id: >-
    Pembayaran yang menurut sumber terjadi atau diminta antara orang, kelompok, dan perusahaan,
    dengan jumlah dan kejadiannya. Dugaan sampai diputus pengadilan; jumlahnya tidak dijumlahkan.
  en: >-
    Payments made or asked between people, groups and companies according to sources, with amount
    and incident. Alleged until a court decides; amounts are not summed.
access: [investigator]
columns:
  payer: {id: Pembayar., en: Payer.}
  payer_id: {id: Id pembayar., en: Id of the payer.}
  payee: {id: Penerima., en: Payee.}
  payee_id: {id: Id penerima., en: Id of the payee.}
  amount_idr: {id: Jumlah (Rp)., en: Amount (IDR).}
  purpose: {id: Keterangan., en: Description.}
  incidents: {id: Kejadian atau perkara., en: Incidents or cases.}
  modality: {id: Modalitas., en: Modality.}
  support: {id: Jumlah asal bukti yang mandiri., en: Number of independent origins.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (payer:Agent)-[link:PAID]->(payee:Agent)
OPTIONAL MATCH (:Payment {id: link.relation})-[:IN_INCIDENT]->(incident:Entity)
WITH payer, link, payee, incident ORDER BY incident.id
WITH payer, link, payee, collect(DISTINCT incident.caption) AS incidents
RETURN payer.caption AS payer, payer.id AS payer_id, payee.caption AS payee, payee.id AS payee_id,
  link.amountIdr AS amount_idr, coalesce(link.description, link.name) AS purpose, incidents,
  link.modality AS modality, link.support AS support, link.claims AS claims
ORDER BY payee_id, payer_id, link.id
