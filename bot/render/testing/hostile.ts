/** Texts that some reader on the way to a screen could take for more than text. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  '**fed** _skrå_ [Tryk her](https://example.invalid)',
  '${skabelon} {{skabelon}} {name} {count}',
  'Mødt den {{DATE(2026-05-14T08:31:00Z, SHORT)}} kl. {{TIME(2026-05-14T08:31:00Z)}}',
  '<at>Anna Holm</at> & "citat" \\ omvendt',
  '- en liste\n1. og en til\n# og en overskrift',
  'Æøå 👩🏽‍⚕️ 🇩🇰',
] as const;
