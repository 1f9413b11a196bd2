import { createHash } from 'node:crypto'

/** A two-ply cord, tiled along a heading: this step has a before and an after. */
const cord =
  "url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='8' height='7'%3E%3Cpath d='M.5 6C2.8 6 5.2 1 7.5 1' stroke='%23000' stroke-width='2.4' stroke-linecap='round' fill='none'/%3E%3C/svg%3E\") 0 50% repeat-x"

/** The shop's tokens, by day and by night. Nothing newer than Chromium 88. */
export const pageStyle = `
:root{--paper:#f6f1e6;--sheet:#fdfaf3;--hemp:#ebe2cf;--ink:#221c17;--ink-2:#574c41;--ink-3:#6e6153;--line:#d6cab3;--line-2:#8d7d69;
--cin:#ad261b;--cin-fill:#ad261b;--cin-deep:#861a13;--on-cin:#fff8ec;--azurite:#245a8c;--ochre:#8a5417;--loess-tint:#f4e6c6;
--serif:"Noto Serif CJK SC","Noto Serif SC","Source Han Serif SC","Songti SC","STSong","Microsoft YaHei",serif;
--sans:-apple-system,"PingFang SC","HarmonyOS Sans SC","MiSans","Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei",sans-serif}
@media (prefers-color-scheme:dark){:root{--paper:#0f1a2b;--sheet:#152338;--hemp:#1c2d46;--ink:#f1e9d8;--ink-2:#c6bda9;--ink-3:#a39b8a;--line:#2d4059;--line-2:#7488a0;
--cin:#f08a73;--cin-fill:#bf3b2b;--cin-deep:#a52f21;--azurite:#8fb9df;--ochre:#e3b56c;--loess-tint:#3a3226}}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;background:var(--paper)}
body{margin:0;color:var(--ink);background:var(--paper);font:1rem/1.75 var(--sans);line-break:strict;overflow-wrap:break-word}
body:lang(en){line-height:1.6}
h1,h2,p,ul,fieldset{margin:0;padding:0}
h1,h2{font-family:var(--serif);font-weight:600;line-height:1.3}
.num{font-variant-numeric:tabular-nums lining-nums;white-space:nowrap}
.simulated{padding:.5rem 1rem;background:var(--loess-tint);color:var(--ink);border-bottom:1px solid var(--ochre);text-align:center;font-size:.9375rem;font-weight:600}
.top{display:flex;justify-content:space-between;align-items:center;gap:1rem;padding:.5rem 1.25rem;border-bottom:1px solid var(--ink);min-height:3.5rem}
.brand{font:600 1.25rem/1.3 var(--serif);letter-spacing:.06em}
body:lang(en) .brand{letter-spacing:.02em}
.place{color:var(--ink-2);font-size:.875rem}
main{max-width:67.5rem;margin:0 auto;padding:1.75rem 1.25rem 4.5rem}
.head{display:flex;align-items:center;gap:1.25rem;margin-bottom:1.25rem}
.head h1{font-size:1.875rem}
.head::after{content:"";flex:1;height:7px;background:var(--cin);-webkit-mask:${cord};mask:${cord}}
.grid{display:grid;gap:2rem}
.sum{border-top:1px solid var(--ink)}
.sum h2{padding:1rem 0 .25rem;font-size:1.25rem}
.sum ul{list-style:none}
.sum li{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:.25rem 1rem;padding:.625rem 0;border-bottom:1px solid var(--line)}
.sum li small{grid-column:1;color:var(--ink-2);font-size:.875rem}
.total{display:flex;justify-content:space-between;align-items:baseline;gap:1rem;padding:1rem 0}
.total b{font-size:1.875rem;font-weight:500;line-height:1.2}
.unpaid{height:2px;background:repeating-linear-gradient(90deg,var(--ink) 0 7px,transparent 7px 13px)}
.ways{border:0;min-width:0;display:grid;gap:.5rem}
.ways-2{grid-template-columns:repeat(2,minmax(0,1fr))}.ways-3{grid-template-columns:repeat(3,minmax(0,1fr))}
.ways legend{padding:0 0 .5rem;font-weight:600}
.ways>input,.ways>label{grid-row:1}
.ways>:is(input,label):nth-of-type(1){grid-column:1}.ways>:is(input,label):nth-of-type(2){grid-column:2}.ways>:is(input,label):nth-of-type(3){grid-column:3}
.ways>input{position:relative;z-index:1;opacity:0;width:100%;height:100%;margin:0;cursor:pointer}
.ways>label{display:flex;align-items:center;justify-content:center;min-height:3.25rem;padding:.375rem .5rem;background:var(--sheet);border:1px solid var(--line-2);text-align:center;line-height:1.3;cursor:pointer}
.ways>input:checked+label{border:2px solid var(--cin);font-weight:700}
.ways>input:focus-visible+label{outline:3px solid var(--azurite);outline-offset:2px}
.way{display:none;grid-row:2;grid-column:1/-1;padding-top:.75rem}
.ways>.error{grid-column:1/-1}
#way-card:checked~.way-card,#way-alipay:checked~.way-alipay,#way-wechat_pay:checked~.way-wechat_pay{display:block}
.field{margin-bottom:1.25rem}
.field label{display:block;font-weight:600;font-size:.9375rem;margin-bottom:.375rem}
.field input{width:100%;min-height:3.25rem;padding:.625rem .875rem;font:1.0625rem/1.5 var(--sans);font-variant-numeric:tabular-nums;color:var(--ink);background:var(--sheet);border:1px solid var(--line-2);border-bottom-width:2px;border-radius:0;-webkit-appearance:none;appearance:none}
.field select{width:100%;min-height:3.25rem;padding:.625rem .875rem;font:1.0625rem/1.5 var(--sans);color:var(--ink);background:var(--sheet);border:1px solid var(--line-2);border-bottom-width:2px;border-radius:0}
.way .hint+.field{margin-top:1.25rem}
.field :is(input,select):focus{outline:3px solid var(--azurite);outline-offset:0}
.field input[aria-invalid]{border:2px solid var(--cin)}
.hint{margin-top:.375rem;color:var(--ink-2);font-size:.9375rem}
.tests{display:block;color:var(--ink-2);font-size:.9375rem}
.error{margin-top:.375rem;color:var(--cin);font-weight:600;font-size:.9375rem}
.error::before{content:"!";display:inline-block;width:1.25rem;margin-right:.5rem;border:1.5px solid;line-height:1.125rem;text-align:center}
.alert{margin-bottom:1.25rem;padding:.75rem 1rem;background:var(--sheet);border-left:4px solid var(--cin)}
.two{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 1rem;align-items:end}
.acts{display:grid;gap:.75rem;margin-top:1.25rem}
.button{display:flex;align-items:center;justify-content:center;gap:.625rem;width:100%;min-height:3.25rem;padding:.5rem 1.5rem;border:0;border-radius:0;font:600 1.0625rem/1.3 var(--sans);letter-spacing:.06em;color:var(--ink);background:none;text-align:center;text-decoration:none;cursor:pointer;transition:background-color .16s}
.button:lang(en){letter-spacing:.01em}
.seal{color:var(--on-cin);background:var(--cin-fill);outline:1px solid rgba(255,248,236,.55);outline-offset:-5px}
.seal:hover{background:var(--cin-deep)}
.plain{border:1.5px solid var(--ink)}
.plain:hover{background:var(--hemp)}
.text span{border-bottom:2px solid var(--cin);padding-bottom:2px}
.button:focus-visible{outline:3px solid var(--azurite);outline-offset:2px}
.end{max-width:34rem}
.end p{margin-bottom:1.75rem}
.end .button{max-width:20rem}
.end form .acts{margin-top:0}
@media (max-width:22.5rem){.two{grid-template-columns:minmax(0,1fr)}}
@media (min-width:45rem){.top{padding:.5rem 2.25rem}main{padding:2.25rem 2.25rem 5.5rem}}
@media (min-width:56.25rem){.grid{grid-template-columns:minmax(0,1fr) 23.75rem;gap:4.5rem;align-items:start}.sum{grid-column:2;grid-row:1}.pay{grid-column:1;grid-row:1}}
@media (prefers-reduced-motion:reduce){.button{transition:none}}
`

/** Names the one style sheet that the page may use, so that its Content-Security-Policy needs no `unsafe-inline`. */
export const pageStyleHash = `'sha256-${createHash('sha256').update(pageStyle).digest('base64')}'`
