/*
title:
  id: Tindakan atas izin menurut tahun
  en: Licence actions by year
description:
  id: >-
    Berapa tindakan atas izin P3MI yang tercatat per tahun dan jenis, dan terhadap perusahaan
    mana. Jumlah adalah tindakan dalam catatan ini, bukan seluruh tindakan pemerintah.
  en: >-
    How many actions on P3MI licences are on record by year and kind, and against which companies.
    The number is of actions on this record, not of all that the government took.
access: [policy, analyst, investigator]
parameters:
  since:
    type: date
    description: {id: Sejak hari ini., en: Since this day.}
    required: false
    default: "1990-01-01"
    example: "2020-01-01"
  until:
    type: date
    description: {id: Sampai hari ini., en: Until this day.}
    required: false
    default: "2100-01-01"
    example: "2026-12-31"
columns:
  year: {id: Tahun., en: Year.}
  kind: {id: Jenis tindakan., en: Kind of action.}
  actions: {id: Jumlah tindakan yang tercatat., en: Number of actions on record.}
  companies: {id: Perusahaan., en: Companies.}
  decrees: {id: Nomor keputusan., en: Decree numbers.}
  action_ids: {id: Id tindakan., en: Ids of the actions.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (action:LicenceAction)
WHERE action.first_day >= $since AND action.first_day <= $until
OPTIONAL MATCH (action)-[link:CONCERNS_COMPANY]->(company:Company)
WITH action, coalesce(action.licenceActionKind, '') AS kind, company, link ORDER BY action.first_day, action.id, company.id
WITH substring(action.first_day, 0, 4) AS year, kind, collect(DISTINCT action.id) AS action_ids,
  collect(DISTINCT company.caption) AS companies, collect(DISTINCT action.decreeNumber[0]) AS decrees,
  collect(link.claims) AS found
RETURN year, kind, size(action_ids) AS actions, companies, decrees, action_ids,
  reduce(kept = [], some IN found | kept + [claim IN some WHERE NOT claim IN kept]) AS claims
ORDER BY year, kind
