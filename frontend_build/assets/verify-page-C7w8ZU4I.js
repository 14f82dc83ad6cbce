import{a as e,c as t,i as n,l as r,n as i,o as a,p as o,r as s,s as c,t as l}from"./data-DKIEJbCy.js";import{$ as u,H as d,I as f,J as p,K as m,Q as h,U as g,V as _,g as v,q as y,s as b,tt as x}from"./app-WgkoDno2.js";import{a as S,c as C,d as w,l as T,o as E,t as D,u as ee}from"./invoicing-z6oYkMM4.js";import{n as O}from"./moments-BXOXb380.js";import{d as k,f as A,p as j,t as M}from"./preact-DiQsbUql.js";import{n as N,r as P}from"./chart-CSknWxXH.js";var te=v(`
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
            row {
              description
              unit
              periodFrom
              periodTo
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
`),ne=v(`
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
`),F=6;function re(){requestAnimationFrame(()=>document.getElementById(`days-title`)?.focus())}function I({days:e,path:n}){let r=x(`billing`).verify.changed,i=e=>M(`ul`,{role:`list`,class:`changed`,children:e.map(({day:e,changedAt:i})=>M(`li`,{children:[M(`a`,{"data-replace":!0,href:`${n}?paiva=${e}`,onClick:re,children:c.value.fullDate(t(e))}),M(`span`,{class:`muted`,children:r.at(O(i))})]},e))});return M(`section`,{class:`card`,"aria-labelledby":`changed-title`,children:[M(`h2`,{id:`changed-title`,children:r.title}),M(`p`,{children:r.text(e.length)}),i(e.slice(0,F)),e.length>F&&M(`details`,{children:[M(`summary`,{children:r.all(e.length)}),i(e.slice(F))]})]})}function L({starts:e}){let t=new Map;return e.forEach((e,n)=>{let r=e.slice(0,10),i=t.get(r);i?i[1]=n+1:t.set(r,[n,n+1])}),t}function R(e,[n,r]){let i=e.starts.slice(n,r).map(e=>e.slice(11,16)),a=new Set(i.filter((e,t)=>i.indexOf(e)!==t)),o=B(e,0,n)??0;return i.map((r,i)=>{let s=n+i,c=e.costs[s]??null;return o+=c??0,{start:t(e.starts[s]),startText:e.starts[s],repeated:a.has(r),energyKwh:e.energyKwh[s]??null,quality:e.qualities[s],spot:e.spotPrices[s]??null,margin:e.margins[s]??null,price:e.prices[s]??null,cost:c,sum:o}})}function z(e,[t,n]){let r=e.energyKwh.slice(t,n).filter(e=>e!==null);return{energyKwh:r.length?r.reduce((e,t)=>e+Math.round(t*1e6),0)/1e6:null,cost:B(e,t,n),unknown:e.costs.slice(t,n).filter(e=>e===null).length}}function B({costs:e},t,n){let r=null;for(let i=t;i<n;i++){let t=e[i];t!=null&&(r=(r??0)+t)}return r}var V=`–`;function H({name:e,quarters:t,totals:n}){let r=x(`billing`).verify.day,{qualities:i}=x(`consumption`),a=c.value,o=r.caption(e),s=t.some(({spot:e})=>e!==null),l=t.some(({margin:e})=>e!==null),u=e=>e===null?V:a.decimal(e,3),d=e=>M(`th`,{scope:`col`,class:`number`,children:e});return M(`div`,{class:`table-box quarters`,tabIndex:0,role:`region`,"aria-label":o,children:M(`table`,{class:`data`,children:[M(`caption`,{class:`hidden`,children:o}),M(`thead`,{children:M(`tr`,{children:[M(`th`,{scope:`col`,children:r.time}),d(r.kwh),s&&d(r.spot),l&&d(r.margin),d(r.unitPrice),d(r.cost),d(r.sum)]})}),M(`tbody`,{children:t.map(e=>M(`tr`,{children:[M(`th`,{scope:`row`,children:a.timeRange(e.start,15,e.repeated)}),M(`td`,{class:`number`,children:e.energyKwh===null?i[e.quality]:a.decimal(e.energyKwh,3)}),s&&M(`td`,{class:`number`,children:u(e.spot)}),l&&M(`td`,{class:`number`,children:u(e.margin)}),M(`td`,{class:`number`,children:u(e.price)}),M(`td`,{class:`number`,children:e.cost===null?V:a.decimal(e.cost,4)}),M(`td`,{class:`number`,children:a.decimal(e.sum,2)})]},e.startText))}),M(`tfoot`,{children:M(`tr`,{children:[M(`th`,{scope:`row`,children:r.total}),M(`td`,{class:`number`,children:n.energyKwh===null?V:a.decimal(n.energyKwh,3)}),s&&M(`td`,{}),l&&M(`td`,{}),M(`td`,{}),M(`td`,{class:`number`,children:n.cost===null?V:a.decimal(n.cost,2)}),M(`td`,{class:`number`,children:a.decimal(t.at(-1)?.sum??0,2)})]})})]})})}function U(e){let n=x(`billing`).verify.day,{columns:r,day:i,place:a,taxed:o}=e,s=c.value,l=s.fullDate(t(i)),u=A(()=>R(r,a),[r,a]),d=A(()=>z(r,a),[r,a]),[f,p]=k({day:i,index:null}),m=f.day===i?f.index:null,h=m===null?null:u[m]??null,g=A(()=>u.map(e=>G(e,u)),[u,s]),_=A(()=>({values:u.map(({price:e})=>e),axisText:s.axisPrice}),[u,s]),v=A(()=>M(H,{name:l,quarters:u,totals:d}),[u,d,s]),y=`${l}: ${X(d)}. ${d.cost===null?n.unknown:s.money(d.cost)}.`,b=[{mark:`own`,text:n.energy},{mark:`price`,text:o?n.price:n.priceOutside}];return g.some(({mark:e})=>e===`missing`)&&b.push({mark:`missing`,text:x(`consumption`).legend.missing}),M(j,{children:[M(W,{name:l,earlier:e.earlier,later:e.later}),M(`div`,{class:`readout readout-day`,children:[M(`p`,{class:`big`,children:h?Y(h.cost):d.cost===null?n.unknown:s.money(d.cost)}),M(`p`,{class:`muted`,children:h?`${K(h)}: ${q(h)}, ${J(h)}`:X(d)})]}),M(N,{bars:g,line:_,label:n.chart(l),hint:n.hint,summary:y,selected:m,onSelect:e=>p({day:i,index:e}),onOpen:null,axisText:s.axisEnergy,busy:!1}),M(P,{items:b}),v]})}function W({name:e,earlier:n,later:r}){let i=x(`billing`).verify.day,a=e=>c.value.fullDate(t(e)),s=(e,t,n)=>e?M(`a`,{class:`control period-step`,"data-replace":!0,href:`${m.value.path}?paiva=${e}`,"aria-label":n(a(e)),children:M(o,{name:t})}):M(`span`,{class:`control period-step period-end`});return M(`nav`,{class:`period`,"aria-label":i.navigation,children:[s(n,`left`,i.previous),M(`p`,{class:`period-name`,children:M(`strong`,{children:e})}),s(r,`right`,i.next)]})}function G(e,t){let n=x(`billing`).verify.day,{start:r}=e,i=r.minute===0&&r.hour%3==0&&t.find(e=>e.start.hour===r.hour)===e;return{value:e.energyKwh,mark:e.energyKwh===null?e.quality===`NO_CONTRACT`?`none`:`missing`:`solid`,previous:null,label:i?String(r.hour):null,narrowLabel:null,sentence:n.sentence(K(e),q(e),J(e),Y(e.cost))}}function K({start:e,repeated:t}){return c.value.timeRange(e,15,t)}function q({energyKwh:e,quality:t}){return e===null?x(`consumption`).qualities[t]:`${c.value.decimal(e,3)}\u00a0kWh`}function J({price:e}){return e===null?x(`billing`).verify.day.unknown:`${c.value.decimal(e,3)}\u00a0c/kWh`}function Y(e){return e===null?x(`billing`).verify.day.unknown:c.value.cost(e)}function X({energyKwh:e,cost:t,unknown:n}){let r=x(`billing`).verify.day,i=c.value;return e===null?r.unknown:t===null||n>0||e<=0?r.ofDay(i.energy(e)):r.ofDayAt(i.energy(e),i.price(t/e*100))}var Z=9,ie=12;function ae(e,{language:t,taxed:r,words:a,qualities:o}){let s=t===`en`,c=[a.start,a.startOffset,a.end,a.endOffset,a.energy,a.quality,a.spot,a.margin,a.price,a.cost,a.vat],u=e.starts.map((t,c)=>[...n(t,s),...n(e.ends[c],s),i(e.energyKwh[c],s),o[e.qualities[c]],i(e.spotPrices[c],s,Z),i(e.margins[c],s,Z),i(e.prices[c],s,Z),i(e.costs[c],s,ie),r?a.withVat:a.withoutVat]);return l([c,...u],s)}function oe({invoice:t,points:n}){let i=x(`billing`).verify.day,[o,s]=k(n[0]?.id??null),c=r(ne,{id:t.id,meteringPoint:o}),l=c.data?.node,u=l&&`verification`in l?l.verification.quarters:null,d=n.find(({id:e})=>e===o);return M(`section`,{class:`card consumption`,"aria-labelledby":`days-title`,children:[M(`div`,{class:`page-head`,children:[M(`h2`,{id:`days-title`,tabIndex:-1,children:i.title}),n.length>1&&M(`select`,{class:`control point-chooser`,"aria-label":i.place,value:o??``,onChange:e=>s(e.currentTarget.value),children:n.map(t=>M(`option`,{value:t.id,children:[a(t),`, `,e(t)]},t.id))})]}),c.failure&&M(p,{failure:c.failure,retry:c.retry,at:c.at}),u&&u.starts.length>0?M(se,{columns:u,invoice:t,gsrn:d?.gsrn??``}):c.data?M(y,{what:i.none,why:n.length?``:i.noneWhy}):c.loading&&M(h,{children:[M(`div`,{class:`bone bone-big`}),M(`div`,{class:`bone bone-plot`})]})]})}function se({columns:e,invoice:t,gsrn:n}){let{day:r,file:i}=x(`billing`).verify,a=c.value,o=A(()=>L(e),[e]),l=A(()=>[...o.keys()],[o]),d=m.value.query.get(`paiva`)??``,f=Math.max(0,l.indexOf(d)),p=l[f],h=A(()=>z(e,[0,e.starts.length]),[e]),g=!t.verification.vatOutside;return M(j,{children:[M(U,{columns:e,day:p,place:o.get(p)??[0,0],earlier:l[f-1]??null,later:l[f+1]??null,taxed:g}),M(`p`,{class:`hint`,children:[g?r.taxed:r.untaxed,` `,h.energyKwh!==null&&h.cost!==null&&r.whole(`${a.decimal(h.energyKwh,0,3)}\u00a0kWh`,a.money(h.cost)),` `,h.unknown>0&&r.partly(h.unknown)]}),M(`p`,{children:M(`button`,{type:`button`,class:`button button-quiet`,onClick:()=>{let r={language:u.value,taxed:g,words:i,qualities:x(`consumption`).qualities};s(ae(e,r),`${[i.name,t.number,n,`PT15M`].filter(Boolean).join(`-`)}.csv`)},children:i.download})})]})}function ce({invoice:e}){let t=x(`billing`).verify,{credits:n}=e;if(e.kind===`CREDIT_NOTE`)return M(`section`,{class:`card outcome`,"aria-label":t.title,children:[M(`p`,{children:t.creditNote}),n&&M(`p`,{children:M(`a`,{href:_(n.id),children:x(`billing`).invoice.credits(n.number)})})]});let{title:r,why:i}=le(e),{status:a,vatOutside:o}=e.verification;return M(`section`,{class:`card outcome`,"aria-label":t.title,children:[M(`p`,{class:`outcome-answer outcome-${a.toLowerCase()}`,children:[M(S,{of:a}),M(`strong`,{children:[r,`.`]})]}),M(`p`,{children:i}),o&&M(`p`,{children:t.vatOutside}),M(`p`,{class:`hint`,children:t.asBilled})]})}function le({total:e,verification:t}){let n=x(`billing`).verify,{money:r}=c.value,i=`${r(e.amount)} (${n.withVat})`,{status:a,difference:o,computedTotal:s}=t;if(a===`MATCHES`)return{title:n.matches,why:n.matchesWhy(i)};if(a===`NOT_COMPUTABLE`||!o||!s)return{title:n.unknown,why:n.unknownWhy};let l=Number(o.amount);return{title:l===0?n.differsSomewhere:(l>0?n.billedMore:n.billedLess)(r(Math.abs(l))),why:n.differsWhy(i,r(s.amount))}}function ue({invoice:e}){let t=x(`billing`).verify.rows,n=c.value,{rows:r,computedTotal:i,difference:a}=e.verification;return M(`section`,{class:`card verify-rows`,"aria-labelledby":`verify-rows-title`,children:[M(`h2`,{id:`verify-rows-title`,children:t.title}),M(`p`,{class:`hint`,children:t.note}),M(`table`,{class:`rows-vat verified`,children:[M(`thead`,{children:M(`tr`,{children:[M(`th`,{scope:`col`,children:t.row}),M(`th`,{scope:`col`,class:`number`,children:t.billed}),M(`th`,{scope:`col`,class:`number`,children:t.computed}),M(`th`,{scope:`col`,class:`number`,children:t.difference})]})}),M(`tbody`,{children:r.map((t,n)=>M(fe,{row:t,invoice:e},n))}),M(`tfoot`,{children:M(`tr`,{children:[M(`th`,{scope:`row`,children:t.total}),M(Q,{label:t.billed,text:n.money(e.total.amount)}),M(Q,{label:t.computed,text:i&&n.money(i.amount)}),M(Q,{label:t.difference,text:a&&n.money(a.amount)})]})})]}),de(e)!==0&&M(`p`,{class:`hint`,children:x(`billing`).invoice.rows.rounding})]})}function de({total:e,verification:t}){return D(e.amount)-t.rows.reduce((e,{billed:t})=>e+D(t?.amount??`0`),0)}function fe({row:e,invoice:t}){let n=x(`billing`).verify.rows,{money:r}=c.value,{billed:i,computed:a,difference:o,status:s,reason:l}=e,u=e.row,d=u?.periodFrom&&u.periodTo&&(u.periodFrom!==t.periodFrom||u.periodTo!==t.periodTo);return M(`tr`,{class:s===`MATCHES`?`verified-same`:void 0,children:[M(`th`,{scope:`row`,children:[M(`span`,{class:`verified-name`,children:e.row?.description??(e.kind&&n.kinds[e.kind])}),d&&u.periodFrom&&u.periodTo&&M(`span`,{class:`point-address`,children:T(u.periodFrom,u.periodTo)}),M(`span`,{class:`verified-note outcome-${s.toLowerCase()}`,children:[M(S,{of:s}),s===`MATCHES`?n.matches:l&&n.reasons[l]]}),M(pe,{row:e})]}),M(Q,{label:n.billed,text:i?r(i.amount):n.notBilled}),M(Q,{label:n.computed,text:a&&r(a.amount)}),M(Q,{label:n.difference,text:o&&r(o.amount)})]})}function pe({row:e}){let{billedQuantity:t,computedQuantity:n}=e;if(e.status===`MATCHES`||t===null||n===null||Number(t)===Number(n))return null;let r=t=>`${c.value.decimal(t,0,3)}\u00a0${e.row?.unit??``}`.trim();return M(`span`,{class:`point-address`,children:x(`billing`).verify.rows.quantities(r(t),r(n))})}function Q({label:e,text:t}){return M(`td`,{class:t===null?`number verified-none`:`number`,"data-label":e,children:t??`–`})}function $({params:e}){let t=e.invoiceId??``,n=r(te,{id:t},{spoken:!0});n.data&&!n.data.viewer&&queueMicrotask(b);let i=n.data?.node,a=i&&`verification`in i?i:null;return n.data?.viewer&&!a?M(w,{}):M(j,{children:[M(ee,{href:f(t),text:x(`billing`).verify.back}),n.failure&&M(p,{failure:n.failure,retry:n.retry,at:n.at}),a?M(me,{invoice:a}):n.loading&&M(_e,{})]})}function me({invoice:t}){let n=x(`billing`).verify,r=d(),i=C(t.periodFrom,t.periodTo);g(`${n.title}, ${i}`);let{meteringPoint:o}=t;return M(j,{children:[M(`h1`,{ref:r,tabIndex:-1,class:`invoice-title`,children:[n.title,M(`span`,{class:`h1-of`,children:[E(i),o&&` · ${a(o)}, ${e(o)}`]})]}),M(`div`,{class:`verify`,children:[M(ce,{invoice:t}),t.kind===`INVOICE`&&M(he,{invoice:t})]})]})}function he({invoice:e}){let{changedDays:t}=e.verification;return M(j,{children:[M(ue,{invoice:e}),t.length>0&&M(I,{days:t,path:_(e.id)}),M(oe,{invoice:e,points:ge(e)})]})}function ge({meteringPoint:e,rows:t}){return e?[e]:[...new Map(t.flatMap(({meteringPoint:e})=>e?[[e.id,e]]:[])).values()]}function _e(){return M(h,{children:[M(`div`,{class:`bone bone-h1`}),M(`div`,{class:`verify`,children:[M(`div`,{class:`card bone-outcome`,children:[M(`div`,{class:`bone bone-big`}),M(`div`,{class:`bone bone-line`})]}),M(`div`,{class:`card bone-section`}),M(`div`,{class:`card bone-card`})]})]})}export{$ as Page};