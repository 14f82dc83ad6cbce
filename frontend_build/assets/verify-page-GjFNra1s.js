import{a as e,c as t,i as n,l as r,m as i,n as a,o,p as s,r as c,s as l,t as u}from"./data-BJ0Knh1N.js";import{$ as d,H as f,J as p,L as m,U as h,W as g,Y as _,et as v,g as y,nt as b,q as x,s as S}from"./app-BaCyDbgm.js";import{a as C,c as ee,d as w,f as T,o as E,p as te,t as D,u as O}from"./invoicing-BBN05LiZ.js";import{n as k}from"./moments-BM1qcjvi.js";import{d as A,f as j,p as M,t as N}from"./preact-DiQsbUql.js";import{n as ne,r as re}from"./chart-CfB1qNWd.js";var ie=y(`
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
`),ae=y(`
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
          }
        }
      }
    }
  }
`),P=6;function oe(){requestAnimationFrame(()=>document.getElementById(`days-title`)?.focus())}function se({days:e,path:n}){let r=b(`billing`).verify.changed,i=e=>N(`ul`,{role:`list`,class:`changed`,children:e.map(({day:e,changedAt:i})=>N(`li`,{children:[N(`a`,{"data-replace":!0,href:`${n}?paiva=${e}`,onClick:oe,children:l.value.fullDate(t(e))}),N(`span`,{class:`muted`,children:r.at(k(i))})]},e))});return N(`section`,{class:`card`,"aria-labelledby":`changed-title`,children:[N(`h2`,{id:`changed-title`,children:r.title}),N(`p`,{children:r.text(e.length)}),i(e.slice(0,P)),e.length>P&&N(`details`,{children:[N(`summary`,{children:r.all(e.length)}),i(e.slice(P))]})]})}function ce({starts:e}){let t=new Map;return e.forEach((e,n)=>{let r=e.slice(0,10),i=t.get(r);i?i[1]=n+1:t.set(r,[n,n+1])}),t}function F(e,[n,r]){let i=e.starts.slice(n,r).map(e=>e.slice(11,16)),a=new Set(i.filter((e,t)=>i.indexOf(e)!==t)),o=R(e,0,n)??0;return i.map((r,i)=>{let s=n+i,c=e.costs[s]??null;return o+=c??0,{start:t(e.starts[s]),startText:e.starts[s],repeated:a.has(r),energyKwh:e.energyKwh[s]??null,quality:e.qualities[s],spot:e.spotPrices[s]??null,margin:e.margins[s]??null,price:e.prices[s]??null,cost:c,sum:o}})}function I(e,[t,n]){let r=e.energyKwh.slice(t,n).filter(e=>e!==null);return{energyKwh:r.length?r.reduce((e,t)=>e+Math.round(t*1e6),0)/1e6:null,cost:R(e,t,n),unknown:e.costs.slice(t,n).filter(e=>e===null).length}}function L({starts:e,costs:t}){let n=new Map;return e.forEach((e,r)=>n.set(e.slice(0,7),(n.get(e.slice(0,7))??0)+(t[r]??0))),new Set([...n].flatMap(([e,t])=>t<0?[e]:[]))}function R({costs:e},t,n){let r=null;for(let i=t;i<n;i++){let t=e[i];t!=null&&(r=(r??0)+t)}return r}var z=`–`;function B({name:e,quarters:t,totals:n}){let r=b(`billing`).verify.day,{qualities:i}=b(`consumption`),a=l.value,o=r.caption(e),s=t.some(({spot:e})=>e!==null),c=t.some(({margin:e})=>e!==null),u=e=>e===null?z:a.decimal(e,3),d=e=>N(`th`,{scope:`col`,class:`number`,children:e});return N(`div`,{class:`table-box quarters`,tabIndex:0,role:`region`,"aria-label":o,children:N(`table`,{class:`data`,children:[N(`caption`,{class:`hidden`,children:o}),N(`thead`,{children:N(`tr`,{children:[N(`th`,{scope:`col`,children:r.time}),d(r.kwh),s&&d(r.spot),c&&d(r.margin),d(r.unitPrice),d(r.cost),d(r.sum)]})}),N(`tbody`,{children:t.map(e=>N(`tr`,{children:[N(`th`,{scope:`row`,children:a.timeRange(e.start,15,e.repeated)}),N(`td`,{class:`number`,children:e.energyKwh===null?i[e.quality]:a.decimal(e.energyKwh,3)}),s&&N(`td`,{class:`number`,children:u(e.spot)}),c&&N(`td`,{class:`number`,children:u(e.margin)}),N(`td`,{class:`number`,children:u(e.price)}),N(`td`,{class:`number`,children:e.cost===null?z:a.decimal(e.cost,4)}),N(`td`,{class:`number`,children:a.decimal(e.sum,2)})]},e.startText))}),N(`tfoot`,{children:N(`tr`,{children:[N(`th`,{scope:`row`,children:r.total}),N(`td`,{class:`number`,children:n.energyKwh===null?z:a.decimal(n.energyKwh,3)}),s&&N(`td`,{}),c&&N(`td`,{}),N(`td`,{}),N(`td`,{class:`number`,children:n.cost===null?z:a.decimal(n.cost,2)}),N(`td`,{class:`number`,children:a.decimal(t.at(-1)?.sum??0,2)})]})})]})})}function V(e){let n=b(`billing`).verify.day,{columns:r,day:i,place:a,taxed:o}=e,s=l.value,c=s.fullDate(t(i)),u=j(()=>F(r,a),[r,a]),d=j(()=>I(r,a),[r,a]),[f,p]=A({day:i,index:null}),m=f.day===i?f.index:null,h=m===null?null:u[m]??null,g=j(()=>u.map(e=>U(e,u)),[u,s]),_=u.some(({price:e})=>e!==null),v=j(()=>_?{values:u.map(({price:e})=>e),axisText:s.axisPrice}:null,[u,s]),y=j(()=>N(B,{name:c,quarters:u,totals:d}),[u,d,s]),x=d.cost===null?le(r.costStatuses[a[0]]):s.money(d.cost),S=`${c}: ${J(d)}. ${x}.`,C=[{mark:`own`,text:n.energy}];return _&&C.push({mark:`price`,text:o?n.price:n.priceOutside}),g.some(({mark:e})=>e===`missing`)&&C.push({mark:`missing`,text:b(`consumption`).legend.missing}),N(M,{children:[N(H,{name:c,earlier:e.earlier,later:e.later}),N(`div`,{class:`readout readout-day`,children:[N(`p`,{class:(h??d).cost===null?`big big-words`:`big`,children:h?q(h.cost):x}),N(`p`,{class:`muted`,children:h?`${W(h)}: ${G(h)}, ${K(h)}`:J(d)})]}),N(ne,{bars:g,line:v,label:n.chart(c),hint:n.hint,summary:S,selected:m,onSelect:e=>p({day:i,index:e}),onOpen:null,axisText:s.axisEnergy,busy:!1}),N(re,{items:C}),y]})}function H({name:e,earlier:n,later:r}){let a=b(`billing`).verify.day,o=e=>l.value.fullDate(t(e)),s=(e,t,n)=>e?N(`a`,{class:`control period-step`,"data-replace":!0,href:`${x.value.path}?paiva=${e}`,"aria-label":n(o(e)),children:N(i,{name:t})}):N(`span`,{class:`control period-step period-end`});return N(`nav`,{class:`period`,"aria-label":a.navigation,children:[s(n,`left`,a.previous),N(`p`,{class:`period-name`,children:N(`strong`,{children:e})}),s(r,`right`,a.next)]})}function U(e,t){let n=b(`billing`).verify.day,{start:r}=e,i=r.minute===0&&r.hour%3==0&&t.find(e=>e.start.hour===r.hour)===e;return{value:e.energyKwh,mark:e.energyKwh===null?e.quality===`NO_CONTRACT`?`none`:`missing`:`solid`,previous:null,label:i?String(r.hour):null,narrowLabel:null,sentence:n.sentence(W(e),G(e),K(e),q(e.cost))}}function W({start:e,repeated:t}){return l.value.timeRange(e,15,t)}function G({energyKwh:e,quality:t}){return e===null?b(`consumption`).qualities[t]:`${l.value.decimal(e,3)}\u00a0kWh`}function K({price:e}){return e===null?b(`billing`).verify.day.unknown:`${l.value.decimal(e,3)}\u00a0c/kWh`}function q(e){return e===null?b(`billing`).verify.day.unknown:l.value.cost(e)}function le(e){let{noCost:t,noValue:n}=b(`consumption`);return e&&e in t?t[e]:n.missing}function J({energyKwh:e,cost:t,unknown:n}){let r=b(`billing`).verify.day,i=l.value;return e===null?r.unknown:t===null||n>0||e<=0?r.ofDay(i.energy(e)):r.ofDayAt(i.energy(e),i.price(t/e*100))}var Y=9,ue=12;function de(e,{language:t,isTaxed:r,words:i,qualities:o}){let s=t===`en`,c=[i.start,i.startOffset,i.end,i.endOffset,i.energy,i.quality,i.spot,i.margin,i.price,i.cost,i.vat],l=e.starts.map((t,c)=>[...n(t,s),...n(e.ends[c],s),a(e.energyKwh[c],s),o[e.qualities[c]],a(e.spotPrices[c],s,Y),a(e.margins[c],s,Y),a(e.prices[c],s,Y),a(e.costs[c],s,ue),r(t)?i.withVat:i.withoutVat]);return u([c,...l],s)}function fe({invoice:t,points:n}){let i=b(`billing`).verify.day,[a,s]=A(n[0]?.id??null),c=r(ae,{id:t.id,meteringPoint:a}),l=c.data?.node,u=l&&`verification`in l?l.verification.quarters:null,f=n.find(({id:e})=>e===a);return N(`section`,{class:`card consumption`,"aria-labelledby":`days-title`,children:[N(`div`,{class:`page-head`,children:[N(`h2`,{id:`days-title`,tabIndex:-1,children:i.title}),n.length>1&&N(`select`,{class:`control point-chooser`,"aria-label":i.place,value:a??``,onChange:e=>s(e.currentTarget.value),children:n.map(t=>N(`option`,{value:t.id,children:[o(t),`, `,e(t)]},t.id))})]}),c.failure&&N(_,{failure:c.failure,retry:c.retry,at:c.at}),u&&u.starts.length>0?N(pe,{columns:u,invoice:t,gsrn:f?.gsrn??``}):c.data?N(p,{what:i.none,why:n.length?``:i.noneWhy}):c.loading&&N(d,{children:[N(`div`,{class:`bone bone-big`}),N(`div`,{class:`bone bone-plot`})]})]})}function pe({columns:e,invoice:t,gsrn:n}){let{day:r,file:i}=b(`billing`).verify,a=l.value,o=j(()=>ce(e),[e]),s=j(()=>[...o.keys()],[o]),u=x.value.query.get(`paiva`)??``,d=Math.max(0,s.indexOf(u)),f=s[d],p=j(()=>I(e,[0,e.starts.length]),[e]),m=j(()=>t.verification.vatOutside?L(e):new Set,[e,t]),h=e=>!m.has(e.slice(0,7));return N(M,{children:[N(V,{columns:e,day:f,place:o.get(f)??[0,0],earlier:s[d-1]??null,later:s[d+1]??null,taxed:h(f)}),N(`p`,{class:`hint`,children:[h(f)?r.taxed:r.untaxed,` `,p.energyKwh!==null&&p.cost!==null&&r.whole(`${a.decimal(p.energyKwh,0,3)}\u00a0kWh`,a.money(p.cost)),` `,p.unknown>0&&r.partly(p.unknown)]}),N(`p`,{children:N(`button`,{type:`button`,class:`button button-quiet`,onClick:()=>{let r={language:v.value,isTaxed:h,words:i,qualities:b(`consumption`).qualities};c(de(e,r),`${[i.name,t.number,n,`PT15M`].filter(Boolean).join(`-`)}.csv`)},children:i.download})})]})}function me({invoice:e}){let t=b(`billing`).verify,{credits:n}=e,{status:r,vatOutside:i,creditsWhole:a}=e.verification,{title:o,why:s}=e.kind===`CREDIT_NOTE`?he(e):ge(e);return N(`section`,{class:`card outcome`,"aria-label":t.title,children:[N(`p`,{class:`outcome-answer outcome-${r.toLowerCase()}`,children:[a!==!1&&N(C,{of:r}),N(`strong`,{children:[o,`.`]})]}),N(`p`,{children:s}),n&&N(`p`,{children:N(`a`,{href:f(n.id),children:b(`billing`).invoice.credits(n.number)})}),i&&N(`p`,{children:t.vatOutside}),N(`p`,{class:`hint`,children:t.asBilled})]})}function he({verification:e}){let t=b(`billing`).verify.credit,{status:n,creditsWhole:r,difference:i}=e;return r===null?{title:t.unknown,why:t.unknownWhy}:r?n===`MATCHES`?{title:t.whole,why:t.wholeWhy}:{title:t.differs(l.value.money(Math.abs(Number(i?.amount??0)))),why:t.differsWhy}:{title:t.part,why:t.partWhy}}function ge(e){let t=b(`billing`).verify,{money:n}=l.value,r=`${n(e.total.amount)} (${w(e)})`,{status:i,difference:a,computedTotal:o}=e.verification;if(i===`MATCHES`)return{title:t.matches,why:t.matchesWhy(r)};if(i===`NOT_COMPUTABLE`||!a||!o)return{title:t.unknown,why:t.unknownWhy};let s=Number(a.amount);return{title:s===0?t.differsSomewhere:(s>0?t.billedMore:t.billedLess)(n(Math.abs(s))),why:t.differsWhy(r,n(o.amount))}}function X({kind:e}){let{rows:t,credit:n}=b(`billing`).verify;return e===`CREDIT_NOTE`?{...t,...n.rows}:t}function _e({invoice:e}){let t=X(e),n=l.value,{rows:r,computedTotal:i,difference:a,vatOutside:o}=e.verification;return N(`section`,{class:`card verify-rows`,"aria-labelledby":`verify-rows-title`,children:[N(`h2`,{id:`verify-rows-title`,children:t.title}),N(`p`,{class:`hint`,children:o?t.noteOfCredit:t.note}),N(`table`,{class:`rows-vat verified`,children:[N(`thead`,{children:N(`tr`,{children:[N(`th`,{scope:`col`,children:t.row}),N(`th`,{scope:`col`,class:`number`,children:t.billed}),N(`th`,{scope:`col`,class:`number`,children:t.computed}),N(`th`,{scope:`col`,class:`number`,children:t.difference})]})}),N(`tbody`,{children:r.map((t,n)=>N(Z,{row:t,invoice:e},n))}),N(`tfoot`,{children:N(`tr`,{children:[N(`th`,{scope:`row`,children:t.total}),N(Q,{label:t.billed,text:n.money(e.total.amount)}),N(Q,{label:t.computed,text:i&&n.money(i.amount)}),N(Q,{label:t.difference,text:a&&n.money(a.amount)})]})})]}),ve(e)!==0&&N(`p`,{class:`hint`,children:b(`billing`).invoice.rows.rounding})]})}function ve({total:e,verification:t}){return D(e.amount)-t.rows.reduce((e,{billed:t})=>e+D(t?.amount??`0`),0)}function Z({row:e,invoice:t}){let n=X(t),{money:r}=l.value,{billed:i,computed:a,difference:o,status:s,reason:c}=e,u=e.row&&O(e.row,t);return N(`tr`,{class:s===`MATCHES`?`verified-same`:void 0,children:[N(`th`,{scope:`row`,children:[N(`span`,{class:`verified-name`,children:e.row?.description??e.creditedRow?.description??(e.kind&&n.kinds[e.kind])}),u&&N(`span`,{class:`point-address`,children:u}),t.verification.creditsWhole===!1?e.creditedRow&&e.creditedRow.description!==e.row?.description&&N(`span`,{class:`point-address`,children:b(`billing`).verify.credit.of(e.creditedRow.description)}):N(`span`,{class:`verified-note outcome-${s.toLowerCase()}`,children:[N(C,{of:s}),s===`MATCHES`?n.matches:c&&n.reasons[c]]}),N(ye,{row:e,words:n.quantities})]}),N(Q,{label:n.billed,text:i?r(i.amount):n.notBilled}),N(Q,{label:n.computed,text:a&&r(a.amount)}),N(Q,{label:n.difference,text:o&&r(o.amount)})]})}function ye({row:e,words:t}){let{billedQuantity:n,computedQuantity:r}=e;if(e.status===`MATCHES`||n===null||r===null||Number(n)===Number(r))return null;let i=t=>`${l.value.decimal(t,0,3)}\u00a0${e.row?.unit??``}`.trim();return N(`span`,{class:`point-address`,children:t(i(n),i(r))})}function Q({label:e,text:t}){return N(`td`,{class:t===null?`number verified-none`:`number`,"data-label":e,children:t??`–`})}function be({params:e}){let t=e.invoiceId??``,n=r(ie,{id:t},{spoken:!0});n.data&&!n.data.viewer&&queueMicrotask(S);let i=n.data?.node,a=i&&`verification`in i?i:null;return n.data?.viewer&&!a?N(te,{}):N(M,{children:[N(T,{href:m(t),text:b(`billing`).verify.back}),n.failure&&N(_,{failure:n.failure,retry:n.retry,at:n.at}),a?N(xe,{invoice:a}):n.loading&&N(Ce,{})]})}function xe({invoice:t}){let n=b(`billing`).verify,r=h(),i=ee(t.periodFrom,t.periodTo);g(`${n.title}, ${i}`);let{meteringPoint:a}=t;return s($(t).map(({id:e})=>e)),N(M,{children:[N(`h1`,{ref:r,tabIndex:-1,class:`invoice-title`,children:[n.title,N(`span`,{class:`h1-of`,children:[E(i),` · `,a?`${o(a)}, ${e(a)}`:b(`billing`).list.severalPlaces]})]}),N(`div`,{class:`verify`,children:[N(me,{invoice:t}),N(Se,{invoice:t})]})]})}function Se({invoice:e}){let{changedDays:t}=e.verification;return N(M,{children:[N(_e,{invoice:e}),t.length>0&&N(se,{days:t,path:f(e.id)}),e.kind===`INVOICE`&&N(fe,{invoice:e,points:$(e)})]})}function $({meteringPoint:e,rows:t}){return e?[e]:[...new Map(t.flatMap(({meteringPoint:e})=>e?[[e.id,e]]:[])).values()]}function Ce(){return N(d,{children:[N(`div`,{class:`bone bone-h1`}),N(`div`,{class:`verify`,children:[N(`div`,{class:`card bone-outcome`,children:[N(`div`,{class:`bone bone-big`}),N(`div`,{class:`bone bone-line`})]}),N(`div`,{class:`card bone-section`}),N(`div`,{class:`card bone-card`})]})]})}export{be as Page};