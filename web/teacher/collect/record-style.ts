/** How a record looks: on a screen in light and dark, and on paper. It has no address in it. */
export const recordStyle = `
:root{color-scheme:light;--ink:#1f2a24;--quiet:#55605a;--line:#d9d0bd;--paper:#fbf8f1;--surface:#fff;--board:#1b6b46;--soft:#dff0e6}
*{box-sizing:border-box}
body{margin:0;padding:2rem clamp(1rem,4vw,3rem);background:var(--paper);color:var(--ink);font:16px/1.5 "Atkinson Hyperlegible Next",system-ui,sans-serif}
main{max-width:75rem;margin:0 auto;display:grid;grid-template-columns:minmax(0,1fr);gap:2rem}
h1,h2,h3,p,dl,dd{margin:0}
h1{font-size:2rem;line-height:1.2}
h2{font-size:1.375rem;margin-bottom:.75rem}
h3{font-size:1.125rem}
.facts{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;color:var(--quiet);margin-top:.5rem}
.privacy{padding:.75rem 1rem;border-left:5px solid var(--board);background:var(--soft);border-radius:6px;max-width:62ch}
.wide{overflow-x:auto}
table{border-collapse:collapse;background:var(--surface);width:100%;font-size:.9rem}
caption{text-align:left;font-weight:700;padding:.25rem 0 .5rem}
th,td{border:1px solid var(--line);padding:.35rem .5rem;text-align:center;vertical-align:top}
th{font-weight:600}
th[scope=row],thead th:first-child{text-align:left}
thead th{background:#f2ede1;min-width:5.5rem}
tfoot th,tfoot td{background:#f2ede1}
td.yes{background:var(--soft);font-weight:700}
.key{color:var(--quiet);font-size:.875rem;margin-top:.35rem}
.works{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(26rem,100%),1fr));gap:1rem}
article{display:grid;align-content:start;gap:.75rem;padding:1rem;border:1px solid var(--line);border-radius:10px;background:var(--surface)}
article header{display:flex;justify-content:space-between;align-items:start;gap:1rem}
article header p{color:var(--quiet);font-size:.875rem}
.picture svg{display:block;max-width:100%;max-height:26rem;height:auto}
.badge{display:flex;align-items:center;gap:.5rem;font-weight:700}
.badge svg{width:3rem;height:3rem;flex:none}
blockquote{margin:0;padding:.5rem .75rem;border-left:4px solid #96501f;background:#f3e2d3;border-radius:6px;white-space:pre-line;overflow-wrap:anywhere}
@media print{
@page{margin:14mm}
body{padding:0;background:#fff;font-size:11pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.wide{overflow:visible}
table{font-size:8pt}
thead th{min-width:0}
thead{display:table-header-group}
tfoot{display:table-row-group}
tr,article,.privacy{break-inside:avoid}
.works{grid-template-columns:1fr 1fr}
h2{break-after:avoid}
}
`;
