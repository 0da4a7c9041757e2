/*
title:
  id: Riwayat izin perusahaan
  en: Licence history of a company
description:
  id: >-
    Izin dan tindakan atas izin satu perusahaan menurut waktu, dengan nomor keputusan dan alasan.
    Catatan atas ejaan yang mungkin sama ikut ditampilkan dan ditandai. Yang tanpa tanggal berada
    di akhir.
  en: >-
    Licences and licence actions of a company in time, with decree numbers and reasons. Records
    under a spelling that is possibly the same are shown too, and marked. Those without a date
    come last.
access: [policy, analyst, investigator]
parameters:
  company:
    type: id
    description: {id: Perusahaan; kosong untuk semua., en: The company; empty for all.}
    required: false
    example: "org:pt-putri-samawa-mandiri"
columns:
  company: {id: Perusahaan yang ditanyakan., en: Company asked for.}
  company_id: {id: Id perusahaan., en: Id of the company.}
  day:
    id: Hari tindakan atau mulai berlaku.
    en: Day of the action, or first day of validity.
  until:
    id: Sampai kapan menurut sumber.
    en: Until when, as the source says.
  kind:
    id: licence, permit, atau jenis tindakan.
    en: licence, permit, or the kind of action.
  record: {id: Izin atau tindakan., en: Licence or action.}
  record_id: {id: Id izin atau tindakan., en: Id of the licence or action.}
  decree: {id: Nomor keputusan atau nomor izin., en: Number of the decree or licence.}
  reason: {id: Alasan sanksi., en: Reason of the sanction.}
  suspension_months: {id: Lama skors (bulan)., en: Suspension (months).}
  authority: {id: Penerbit atau pelaku tindakan., en: Issuer or acting authority.}
  named_as: {id: Nama perusahaan dalam catatan itu., en: Company as that record names it.}
  identity:
    id: same (id sama) atau possibly-same (mungkin sama).
    en: same (one id) or possibly-same.
  support: {id: Jumlah asal bukti yang mandiri., en: Number of independent origins.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (company:Company)
WHERE $company IS NULL OR company.id = $company
MATCH (company)-[:POSSIBLY_SAME*0..2]-(named:Company)
  <-[link:CONCERNS_COMPANY|LICENCE_OF|PERMIT_OF]-(record:LicenceAction|Licence|RecruitmentPermit)
WHERE $company IS NOT NULL OR named.id = company.id
WITH DISTINCT company, named, record, link
ORDER BY CASE WHEN named.id = company.id THEN 0 ELSE 1 END, named.id
WITH company, record, collect(DISTINCT named.caption) AS names, collect(DISTINCT named.id) AS ids,
  max(link.support) AS support
OPTIONAL MATCH (record)-[:CONDUCTED_BY|LICENSED_BY|ISSUED_BY]->(authority:Agent)
WITH company, record, names, ids, support, authority ORDER BY authority.id
WITH company, record, names, ids, support, collect(DISTINCT authority.caption) AS authorities
RETURN company.caption AS company, company.id AS company_id,
  coalesce(record.first_day, record.startDate) AS day,
  CASE WHEN record.class = 'LicenceAction' THEN record.endDate
    ELSE coalesce(record.last_day, record.endDate) END AS until,
  CASE record.class WHEN 'Licence' THEN 'licence' WHEN 'RecruitmentPermit' THEN 'permit'
    ELSE coalesce(record.licenceActionKind, 'action') END AS kind,
  record.caption AS record, record.id AS record_id,
  coalesce(record.decreeNumber, record.number) AS decree, record.sanctionReason AS reason,
  record.suspensionMonths AS suspension_months, authorities AS authority, names AS named_as,
  CASE WHEN company.id IN ids THEN 'same' ELSE 'possibly-same' END AS identity,
  support, record.claims AS claims
ORDER BY company_id, coalesce(day, '9999'), record_id
