import{a as e,c as t,i as n,l as r,m as i,n as a,o,p as s,r as c,s as l,t as u}from"./data-DX79vbST.js";import{$ as d,H as f,J as p,L as m,U as h,W as g,Y as _,et as v,g as y,nt as b,q as x,s as S}from"./app-BhYbjUjw.js";import{a as C,c as ee,d as w,f as T,o as E,p as D,t as O,u as k}from"./invoicing-mQoD-4C6.js";import{n as A}from"./moments-Ddk6uA1C.js";import{d as j,f as M,p as N,t as P}from"./preact-DiQsbUql.js";import{n as te,r as ne}from"./chart-CfB1qNWd.js";var re=y(`
  query Verification($id: ID!) {
    viewer {
      account {
        id
      }
    }
    node(id: $id) {
      id
      ... on Invoice {
        number
        kind
        periodFrom
        periodTo
        total {
          amount
        }
        vat {
          amount
        }
        credits {
          id
          number
        }
        meteringPoint {
          id
          gsrn
          name
          address {
            street
            postalCode
            city
          }
        }
        rows {
          meteringPoint {
            id
            gsrn
            name
            address {
              street
              postalCode
              city
            }
          }
        }
        verification {
          status
          creditsWhole
          vatOutside
          computedTotal {
            amount
          }
          difference {
            amount
          }
          rows {
            kind
            status
            reason
            billedQuantity
            computedQuantity
            creditedRow {
              description
            }
            row {
              description
              unit
              periodFrom
              periodTo
              meteringPoint {
                id
                name
                address {
                  street
                  postalCode
                  city
                }
              }
            }
            billed {
              amount
            }
            computed {
              amount
            }
            difference {
              amount
            }
          }
          changedDays {
            day
            changedAt
          }
        }
      }
    }
  }
`),ie=y(`
  query VerificationQuarters($id: ID!, $meteringPoint: ID) {
    node(id: $id) {
      id
      ... on Invoice {
        verification {
          quarters(meteringPoint: $meteringPoint) {
            starts
            ends
            energyKwh
            qualities
            spotPrices
            margins
            prices
            costs
            costStatuses
            vatTreatments
          }
        }
      }
    }
  }
`),F=6;function ae(){requestAnimationFrame(()=>document.getElementById(`days-title`)?.focus())}function oe({days:e,path:n}){let r=b(`billing`).verify.changed,i=e=>P(`ul`,{role:`list`,class:`changed`,children:e.map(({day:e,changedAt:i})=>P(`li`,{children:[P(`a`,{"data-replace":!0,href:`${n}?paiva=${e}`,onClick:ae,children:l.value.fullDate(t(e))}),P(`span`,{class:`muted`,children:r.at(A(i))})]},e))});return P(`section`,{class:`card`,"aria-labelledby":`changed-title`,children:[P(`h2`,{id:`changed-title`,children:r.title}),P(`p`,{children:r.text(e.length)}),i(e.slice(0,F)),e.length>F&&P(`details`,{children:[P(`summary`,{children:r.all(e.length)}),i(e.slice(F))]})]})}function se({starts:e}){let t=new Map;return e.forEach((e,n)=>{let r=e.slice(0,10),i=t.get(r);i?i[1]=n+1:t.set(r,[n,n+1])}),t}function I(e,[n,r]){let i=e.starts.slice(n,r).map(e=>e.slice(11,16)),a=new Set(i.filter((e,t)=>i.indexOf(e)!==t)),o=R(e,0,n)??0;return i.map((r,i)=>{let s=n+i,c=e.costs[s]??null;return o+=c??0,{start:t(e.starts[s]),startText:e.starts[s],repeated:a.has(r),energyKwh:e.energyKwh[s]??null,quality:e.qualities[s],spot:e.spotPrices[s]??null,margin:e.margins[s]??null,price:e.prices[s]??null,cost:c,sum:o}})}function L(e,[t,n]){let r=e.energyKwh.slice(t,n).filter(e=>e!==null);return{energyKwh:r.length?r.reduce((e,t)=>e+Math.round(t*1e6),0)/1e6:null,cost:R(e,t,n),unknown:e.costs.slice(t,n).filter(e=>e===null).length}}function R({costs:e},t,n){let r=null;for(let i=t;i<n;i++){let t=e[i];t!=null&&(r=(r??0)+t)}return r}var z=`–`;function B({name:e,quarters:t,totals:n}){let r=b(`billing`).verify.day,{qualities:i}=b(`consumption`),a=l.value,o=r.caption(e),s=t.some(({spot:e})=>e!==null),c=t.some(({margin:e})=>e!==null),u=e=>e===null?z:a.decimal(e,3),d=e=>P(`th`,{scope:`col`,class:`number`,children:e});return P(`div`,{class:`table-box quarters`,tabIndex:0,role:`region`,"aria-label":o,children:P(`table`,{class:`data`,children:[P(`caption`,{class:`hidden`,children:o}),P(`thead`,{children:P(`tr`,{children:[P(`th`,{scope:`col`,children:r.time}),d(r.kwh),s&&d(r.spot),c&&d(r.margin),d(r.unitPrice),d(r.cost),d(r.sum)]})}),P(`tbody`,{children:t.map(e=>P(`tr`,{children:[P(`th`,{scope:`row`,children:a.timeRange(e.start,15,e.repeated)}),P(`td`,{class:`number`,children:e.energyKwh===null?i[e.quality]:a.decimal(e.energyKwh,3)}),s&&P(`td`,{class:`number`,children:u(e.spot)}),c&&P(`td`,{class:`number`,children:u(e.margin)}),P(`td`,{class:`number`,children:u(e.price)}),P(`td`,{class:`number`,children:e.cost===null?z:a.decimal(e.cost,4)}),P(`td`,{class:`number`,children:a.decimal(e.sum,2)})]},e.startText))}),P(`tfoot`,{children:P(`tr`,{children:[P(`th`,{scope:`row`,children:r.total}),P(`td`,{class:`number`,children:n.energyKwh===null?z:a.decimal(n.energyKwh,3)}),s&&P(`td`,{}),c&&P(`td`,{}),P(`td`,{}),P(`td`,{class:`number`,children:n.cost===null?z:a.decimal(n.cost,2)}),P(`td`,{class:`number`,children:a.decimal(t.at(-1)?.sum??0,2)})]})})]})})}function V(e){let n=b(`billing`).verify.day,{columns:r,day:i,place:a,taxed:o}=e,s=l.value,c=s.fullDate(t(i)),u=M(()=>I(r,a),[r,a]),d=M(()=>L(r,a),[r,a]),[f,p]=j({day:i,index:null}),m=f.day===i?f.index:null,h=m===null?null:u[m]??null,g=M(()=>u.map(e=>U(e,u)),[u,s]),_=u.some(({price:e})=>e!==null),v=M(()=>_?{values:u.map(({price:e})=>e),axisText:s.axisPrice}:null,[u,s]),y=M(()=>P(B,{name:c,quarters:u,totals:d}),[u,d,s]),x=d.cost===null?ce(r.costStatuses[a[0]]):s.money(d.cost),S=`${c}: ${J(d)}. ${x}.`,C=[{mark:`own`,text:n.energy}];return _&&C.push({mark:`price`,text:o?n.price:n.priceOutside}),g.some(({mark:e})=>e===`missing`)&&C.push({mark:`missing`,text:b(`consumption`).legend.missing}),P(N,{children:[P(H,{name:c,earlier:e.earlier,later:e.later}),P(`div`,{class:`readout readout-day`,children:[P(`p`,{class:(h??d).cost===null?`big big-words`:`big`,children:h?q(h.cost):x}),P(`p`,{class:`muted`,children:h?`${W(h)}: ${G(h)}, ${K(h)}`:J(d)})]}),P(te,{bars:g,line:v,label:n.chart(c),hint:n.hint,summary:S,selected:m,onSelect:e=>p({day:i,index:e}),onOpen:null,axisText:s.axisEnergy,busy:!1}),P(ne,{items:C}),y]})}function H({name:e,earlier:n,later:r}){let a=b(`billing`).verify.day,o=e=>l.value.fullDate(t(e)),s=(e,t,n)=>e?P(`a`,{class:`control period-step`,"data-replace":!0,href:`${x.value.path}?paiva=${e}`,"aria-label":n(o(e)),children:P(i,{name:t})}):P(`span`,{class:`control period-step period-end`});return P(`nav`,{class:`period`,"aria-label":a.navigation,children:[s(n,`left`,a.previous),P(`p`,{class:`period-name`,children:P(`strong`,{children:e})}),s(r,`right`,a.next)]})}function U(e,t){let n=b(`billing`).verify.day,{start:r}=e,i=r.minute===0&&r.hour%3==0&&t.find(e=>e.start.hour===r.hour)===e;return{value:e.energyKwh,mark:e.energyKwh===null?e.quality===`NO_CONTRACT`?`none`:`missing`:`solid`,previous:null,label:i?String(r.hour):null,narrowLabel:null,sentence:n.sentence(W(e),G(e),K(e),q(e.cost))}}function W({start:e,repeated:t}){return l.value.timeRange(e,15,t)}function G({energyKwh:e,quality:t}){return e===null?b(`consumption`).qualities[t]:`${l.value.decimal(e,3)}\u00a0kWh`}function K({price:e}){return e===null?b(`billing`).verify.day.unknown:`${l.value.decimal(e,3)}\u00a0c/kWh`}function q(e){return e===null?b(`billing`).verify.day.unknown:l.value.cost(e)}function ce(e){let{noCost:t,noValue:n}=b(`consumption`);return e&&e in t?t[e]:n.missing}function J({energyKwh:e,cost:t,unknown:n}){let r=b(`billing`).verify.day,i=l.value;return e===null?r.unknown:t===null||n>0||e<=0?r.ofDay(i.energy(e)):r.ofDayAt(i.energy(e),i.price(t/e*100))}var Y=9,le=12;function ue(e,t,r,{qualities:i,vat:o}){let s=t===`en`,c=[r.start,r.startOffset,r.end,r.endOffset,r.energy,r.quality,r.spot,r.margin,r.price,r.cost,r.vat],l=e.starts.map((t,r)=>[...n(t,s),...n(e.ends[r],s),a(e.energyKwh[r],s),i[e.qualities[r]],a(e.spotPrices[r],s,Y),a(e.margins[r],s,Y),a(e.prices[r],s,Y),a(e.costs[r],s,le),o[e.vatTreatments[r]]??``]);return u([c,...l],s)}function de({invoice:t,points:n}){let i=b(`billing`).verify.day,[a,s]=j(n[0]?.id??null),c=r(ie,{id:t.id,meteringPoint:a}),l=c.data?.node,u=l&&`verification`in l?l.verification.quarters:null,f=n.find(({id:e})=>e===a);return P(`section`,{class:`card consumption`,"aria-labelledby":`days-title`,children:[P(`div`,{class:`page-head`,children:[P(`h2`,{id:`days-title`,tabIndex:-1,children:i.title}),n.length>1&&P(`select`,{class:`control point-chooser`,"aria-label":i.place,value:a??``,onChange:e=>s(e.currentTarget.value),children:n.map(t=>P(`option`,{value:t.id,children:[o(t),`, `,e(t)]},t.id))})]}),c.failure&&P(_,{failure:c.failure,retry:c.retry,at:c.at}),u&&u.starts.length>0?P(fe,{columns:u,invoice:t,gsrn:f?.gsrn??``}):c.data?P(p,{what:i.none,why:n.length?``:i.noneWhy}):c.loading&&P(d,{children:[P(`div`,{class:`bone bone-big`}),P(`div`,{class:`bone bone-plot`})]})]})}function fe({columns:e,invoice:t,gsrn:n}){let{day:r,file:i}=b(`billing`).verify,a=l.value,o=M(()=>se(e),[e]),s=M(()=>[...o.keys()],[o]),u=x.value.query.get(`paiva`)??``,d=Math.max(0,s.indexOf(u)),f=s[d],p=M(()=>L(e,[0,e.starts.length]),[e]),m=o.get(f)??[0,0],h=!e.vatTreatments.slice(...m).includes(`OUTSIDE`);return P(N,{children:[P(V,{columns:e,day:f,place:m,earlier:s[d-1]??null,later:s[d+1]??null,taxed:h}),P(`p`,{class:`hint`,children:[h?r.taxed:r.untaxed,` `,p.energyKwh!==null&&p.cost!==null&&r.whole(`${a.decimal(p.energyKwh,0,3)}\u00a0kWh`,a.money(p.cost)),` `,p.unknown>0&&r.partly(p.unknown)]}),P(`p`,{children:P(`button`,{type:`button`,class:`button button-quiet`,onClick:()=>{c(ue(e,v.value,i,b(`consumption`)),`${[i.name,t.number,n,`PT15M`].filter(Boolean).join(`-`)}.csv`)},children:i.download})})]})}function pe({invoice:e}){let t=b(`billing`).verify,{credits:n}=e,{status:r,vatOutside:i,creditsWhole:a}=e.verification,{title:o,why:s}=e.kind===`CREDIT_NOTE`?me(e):he(e);return P(`section`,{class:`card outcome`,"aria-label":t.title,children:[P(`p`,{class:`outcome-answer outcome-${r.toLowerCase()}`,children:[a!==!1&&P(C,{of:r}),P(`strong`,{children:[o,`.`]})]}),P(`p`,{children:s}),n&&P(`p`,{children:P(`a`,{href:f(n.id),children:b(`billing`).invoice.credits(n.number)})}),i&&P(`p`,{children:t.vatOutside}),P(`p`,{class:`hint`,children:t.asBilled})]})}function me({verification:e}){let t=b(`billing`).verify.credit,{status:n,creditsWhole:r,difference:i}=e;return r===null?{title:t.unknown,why:t.unknownWhy}:r?n===`MATCHES`?{title:t.whole,why:t.wholeWhy}:{title:t.differs(l.value.money(Math.abs(Number(i?.amount??0)))),why:t.differsWhy}:{title:t.part,why:t.partWhy}}function he(e){let t=b(`billing`).verify,{money:n}=l.value,r=`${n(e.total.amount)} (${w(e)})`,{status:i,difference:a,computedTotal:o}=e.verification;if(i===`MATCHES`)return{title:t.matches,why:t.matchesWhy(r)};if(i===`NOT_COMPUTABLE`||!a||!o)return{title:t.unknown,why:t.unknownWhy};let s=Number(a.amount);return{title:s===0?t.differsSomewhere:(s>0?t.billedMore:t.billedLess)(n(Math.abs(s))),why:t.differsWhy(r,n(o.amount))}}function X({kind:e}){let{rows:t,credit:n}=b(`billing`).verify;return e===`CREDIT_NOTE`?{...t,...n.rows}:t}function Z({invoice:e}){let t=X(e),n=l.value,{rows:r,computedTotal:i,difference:a,vatOutside:o}=e.verification;return P(`section`,{class:`card verify-rows`,"aria-labelledby":`verify-rows-title`,children:[P(`h2`,{id:`verify-rows-title`,children:t.title}),P(`p`,{class:`hint`,children:o?t.noteOfCredit:t.note}),P(`table`,{class:`rows-vat verified`,children:[P(`thead`,{children:P(`tr`,{children:[P(`th`,{scope:`col`,children:t.row}),P(`th`,{scope:`col`,class:`number`,children:t.billed}),P(`th`,{scope:`col`,class:`number`,children:t.computed}),P(`th`,{scope:`col`,class:`number`,children:t.difference})]})}),P(`tbody`,{children:r.map((t,n)=>P(_e,{row:t,invoice:e},n))}),P(`tfoot`,{children:P(`tr`,{children:[P(`th`,{scope:`row`,children:t.total}),P(Q,{label:t.billed,text:n.money(e.total.amount)}),P(Q,{label:t.computed,text:i&&n.money(i.amount)}),P(Q,{label:t.difference,text:a&&n.money(a.amount)})]})})]}),ge(e)!==0&&P(`p`,{class:`hint`,children:b(`billing`).invoice.rows.rounding})]})}function ge({total:e,verification:t}){return O(e.amount)-t.rows.reduce((e,{billed:t})=>e+O(t?.amount??`0`),0)}function _e({row:e,invoice:t}){let n=X(t),{money:r}=l.value,{billed:i,computed:a,difference:o,status:s,reason:c}=e,u=e.row&&k(e.row,t);return P(`tr`,{class:s===`MATCHES`?`verified-same`:void 0,children:[P(`th`,{scope:`row`,children:[P(`span`,{class:`verified-name`,children:e.row?.description??e.creditedRow?.description??(e.kind&&n.kinds[e.kind])}),u&&P(`span`,{class:`point-address`,children:u}),t.verification.creditsWhole===!1?e.creditedRow&&e.creditedRow.description!==e.row?.description&&P(`span`,{class:`point-address`,children:b(`billing`).verify.credit.of(e.creditedRow.description)}):P(`span`,{class:`verified-note outcome-${s.toLowerCase()}`,children:[P(C,{of:s}),s===`MATCHES`?n.matches:c&&n.reasons[c]]}),P(ve,{row:e,words:n.quantities})]}),P(Q,{label:n.billed,text:i?r(i.amount):n.notBilled}),P(Q,{label:n.computed,text:a&&r(a.amount)}),P(Q,{label:n.difference,text:o&&r(o.amount)})]})}function ve({row:e,words:t}){let{billedQuantity:n,computedQuantity:r}=e;if(e.status===`MATCHES`||n===null||r===null||Number(n)===Number(r))return null;let i=t=>`${l.value.decimal(t,0,3)}\u00a0${e.row?.unit??``}`.trim();return P(`span`,{class:`point-address`,children:t(i(n),i(r))})}function Q({label:e,text:t}){return P(`td`,{class:t===null?`number verified-none`:`number`,"data-label":e,children:t??`–`})}function ye({params:e}){let t=e.invoiceId??``,n=r(re,{id:t},{spoken:!0});n.data&&!n.data.viewer&&queueMicrotask(S);let i=n.data?.node,a=i&&`verification`in i?i:null;return n.data?.viewer&&!a?P(D,{}):P(N,{children:[P(T,{href:m(t),text:b(`billing`).verify.back}),n.failure&&P(_,{failure:n.failure,retry:n.retry,at:n.at}),a?P(be,{invoice:a}):n.loading&&P(Se,{})]})}function be({invoice:t}){let n=b(`billing`).verify,r=h(),i=ee(t.periodFrom,t.periodTo);g(`${n.title}, ${i}`);let{meteringPoint:a}=t;return s($(t).map(({id:e})=>e)),P(N,{children:[P(`h1`,{ref:r,tabIndex:-1,class:`invoice-title`,children:[n.title,P(`span`,{class:`h1-of`,children:[E(i),` · `,a?`${o(a)}, ${e(a)}`:b(`billing`).list.severalPlaces]})]}),P(`div`,{class:`verify`,children:[P(pe,{invoice:t}),P(xe,{invoice:t})]})]})}function xe({invoice:e}){let{changedDays:t}=e.verification;return P(N,{children:[P(Z,{invoice:e}),t.length>0&&P(oe,{days:t,path:f(e.id)}),e.kind===`INVOICE`&&P(de,{invoice:e,points:$(e)})]})}function $({meteringPoint:e,rows:t}){return e?[e]:[...new Map(t.flatMap(({meteringPoint:e})=>e?[[e.id,e]]:[])).values()]}function Se(){return P(d,{children:[P(`div`,{class:`bone bone-h1`}),P(`div`,{class:`verify`,children:[P(`div`,{class:`card bone-outcome`,children:[P(`div`,{class:`bone bone-big`}),P(`div`,{class:`bone bone-line`})]}),P(`div`,{class:`card bone-section`}),P(`div`,{class:`card bone-card`})]})]})}export{ye as Page};