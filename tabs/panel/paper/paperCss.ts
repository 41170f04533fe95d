/**
 * How a sheet looks, on a printer and in the file. Plain CSS: the file has nothing of the panel around it. Black on white
 * whatever the panel's theme.
 */
const SHEET_CSS = `
@page { size: A4 portrait; margin: 16mm 18mm; }
.med-sheets { color: #000; background: #fff; font: 11.5pt/1.45 "Segoe UI", Arial, sans-serif; overflow-wrap: break-word; }
.med-sheet { display: flex; flex-direction: column; gap: 4mm; box-sizing: border-box; min-height: 262mm; }
.med-sheet + .med-sheet { break-before: page; }
.med-sheet p, .med-sheet h1, .med-sheet h2, .med-sheet ul { margin: 0; white-space: pre-wrap; }
.med-about { font-size: 10.5pt; }
.med-angle { font-size: 13pt; line-height: 1.3; }
.med-label { font-size: 10.5pt; }
.med-sheet h1 { font-size: 18pt; line-height: 1.2; }
.med-crowded h1 { font-size: 14pt; }
.med-crowded .med-angle { font-size: 12pt; }
.med-sheet h2 { font-size: 11.5pt; break-after: avoid; }
.med-points { padding-left: 6mm; font-size: 12pt; }
/* Small: whoever answers needs the room. */
.med-direction { display: flex; flex-direction: column; gap: 1.5mm; font-size: 9.5pt; line-height: 1.3; }
.med-direction h2 { font-size: 10.5pt; }
.med-where { border: 0.4mm solid #000; padding: 2.5mm 4mm; display: flex; flex-direction: column; gap: 1.5mm; break-inside: avoid; font-size: 10pt; line-height: 1.35; }
.med-where ul { padding-left: 5mm; }
.med-blank { display: inline-block; min-width: 60mm; border-bottom: 0.3mm solid #000; }
.med-answer { flex: 1; display: flex; flex-direction: column; gap: 1mm; min-height: 24mm; }
.med-crowded .med-answer { min-height: 14mm; }
/* As many lines as there is room for: what lies outside of the sheet is no reason for another one. */
.med-lines { flex: 1; position: relative; contain: size; overflow: hidden; }
.med-lines div { box-sizing: border-box; height: 9mm; border-bottom: 0.3mm solid #777; }
`;

/** The sheets wait unseen beside the page; on paper they are all there is. */
export const PRINT_CSS = `
@media screen { .med-sheets { display: none; } }
@media print { body > :not(.med-sheets) { display: none !important; } body { background: #fff !important; } }
${SHEET_CSS}`;

/** A sheet in a browser, before it is printed. */
export const FILE_CSS = `
body { margin: 0; background: #fff; }
@media screen { .med-sheets { max-width: 174mm; margin: 10mm auto; padding: 0 5mm; } .med-sheet + .med-sheet { margin-top: 15mm; } }
${SHEET_CSS}`;
