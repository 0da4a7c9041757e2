/*
title:
  id: Perusahaan menurut ejaan
  en: Companies by spelling
description:
  id: >-
    Perusahaan yang namanya memuat suatu kata, dengan ejaan lain yang mungkin sama dan alasannya.
    Keputusan bahwa dua ejaan adalah satu perusahaan diambil dengan bukti, bukan di sini.
  en: >-
    Companies whose name holds a word, with other spellings that are possibly the same and why.
    That two spellings are one company is decided on evidence, not here.
access: [policy, analyst, investigator]
parameters:
  text:
    type: text
    description: {id: Sebagian nama dengan huruf kecil., en: Part of the name in lower case.}
    example: ikhwan
columns:
  company: {id: Perusahaan., en: Company.}
  company_id: {id: Id perusahaan., en: Id of the company.}
  kind: {id: Kelas., en: Class.}
  names: {id: Semua nama menurut sumber., en: All names that sources give.}
  seat: {id: Tempat., en: Seat.}
  possibly_same_as:
    id: Ejaan lain yang mungkin sama.
    en: Other spellings that are possibly the same.
  possibly_same_ids: {id: Idnya., en: Their ids.}
  reasons: {id: Alasan., en: Reasons.}
  documents: {id: Jumlah dokumen yang menyebut., en: Number of documents that mention it.}
  support: {id: Jumlah asal bukti yang mandiri., en: Number of independent origins.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (company:Company)
WHERE company.search_text CONTAINS toLower($text)
OPTIONAL MATCH (company)-[:LOCATED_IN]->(place:Place)
WITH company, place ORDER BY place.id
WITH company, collect(DISTINCT place.caption) AS seat
OPTIONAL MATCH (company)-[link:POSSIBLY_SAME]-(other:Company)
WITH company, seat, link, other ORDER BY other.id, link.id
WITH company, seat, collect(DISTINCT other.caption) AS others, collect(DISTINCT other.id) AS other_ids,
  collect(DISTINCT link.matchReason[0]) AS reasons, collect(link.claims) AS found
RETURN company.caption AS company, company.id AS company_id, company.class AS kind,
  company.name AS names, seat, others AS possibly_same_as, other_ids AS possibly_same_ids, reasons,
  COUNT { (company)-[:MENTIONED_IN]->(:Document) } AS documents, company.support AS support,
  reduce(kept = company.claims, some IN found | kept + some) AS claims
ORDER BY company, company_id
