import{a as e,i as t,n,o as r,r as i,s as a,t as o}from"./data-oExWN6he.js";import{B as s,G as c,J as l,K as u,P as d,R as f,U as p,W as m,Y as h,Z as g,g as _,s as v,z as y}from"./app-B4pTfES4.js";import{a as b,c as x,d as S,l as C,o as w,t as T,u as E}from"./invoicing-CxNE_ghI.js";import{n as D,t as O}from"./place-name-Bykb1eCz.js";import{n as ee}from"./moments-ByGWQBAa.js";import{d as k,f as A,p as j,t as M}from"./preact-DiQsbUql.js";import{i as N,n as P}from"./chart-CG9EQ2Nq.js";var F=_(`
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
`),I=_(`
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
`),L=6;function te({days:e,path:t}){let r=g(`billing`).verify.changed,i=e=>M(`ul`,{role:`list`,class:`changed`,children:e.map(({day:e,changedAt:i})=>M(`li`,{children:[M(`a`,{"data-replace":!0,href:`${t}?paiva=${e}`,children:n.value.fullDate(a(e))}),M(`span`,{class:`muted`,children:r.at(ee(i))})]},e))});return M(`section`,{class:`card`,"aria-labelledby":`changed-title`,children:[M(`h2`,{id:`changed-title`,children:r.title}),M(`p`,{children:r.text(e.length)}),i(e.slice(0,L)),e.length>L&&M(`details`,{children:[M(`summary`,{children:r.all(e.length)}),i(e.slice(L))]})]})}function ne({starts:e}){let t=new Map;return e.forEach((e,n)=>{let r=e.slice(0,10),i=t.get(r);i?i[1]=n+1:t.set(r,[n,n+1])}),t}function R(e,[t,n]){let r=e.starts.slice(t,n).map(e=>e.slice(11,16)),i=new Set(r.filter((e,t)=>r.indexOf(e)!==t)),o=B(e,0,t)??0;return r.map((n,r)=>{let s=t+r,c=e.costs[s]??null;return o+=c??0,{start:a(e.starts[s]),startText:e.starts[s],repeated:i.has(n),energyKwh:e.energyKwh[s]??null,quality:e.qualities[s],spot:e.spotPrices[s]??null,margin:e.margins[s]??null,price:e.prices[s]??null,cost:c,sum:o}})}function z(e,[t,n]){let r=e.energyKwh.slice(t,n).filter(e=>e!==null);return{energyKwh:r.length?r.reduce((e,t)=>e+Math.round(t*1e6),0)/1e6:null,cost:B(e,t,n),unknown:e.costs.slice(t,n).filter(e=>e===null).length}}function B({costs:e},t,n){let r=null;for(let i=t;i<n;i++){let t=e[i];t!=null&&(r=(r??0)+t)}return r}var V=`–`;function H({name:e,quarters:t,totals:r}){let i=g(`billing`).verify.day,{qualities:a}=g(`consumption`),o=n.value,s=i.caption(e),c=t.some(({spot:e})=>e!==null),l=t.some(({margin:e})=>e!==null),u=e=>e===null?V:o.decimal(e,3),d=e=>M(`th`,{scope:`col`,class:`number`,children:e});return M(`div`,{class:`table-box quarters`,tabIndex:0,role:`region`,"aria-label":s,children:M(`table`,{class:`data`,children:[M(`caption`,{class:`hidden`,children:s}),M(`thead`,{children:M(`tr`,{children:[M(`th`,{scope:`col`,children:i.time}),d(i.kwh),c&&d(i.spot),l&&d(i.margin),d(i.unitPrice),d(i.cost),d(i.sum)]})}),M(`tbody`,{children:t.map(e=>M(`tr`,{children:[M(`th`,{scope:`row`,children:o.timeRange(e.start,15,e.repeated)}),M(`td`,{class:`number`,children:e.energyKwh===null?a[e.quality]:o.decimal(e.energyKwh,3)}),c&&M(`td`,{class:`number`,children:u(e.spot)}),l&&M(`td`,{class:`number`,children:u(e.margin)}),M(`td`,{class:`number`,children:u(e.price)}),M(`td`,{class:`number`,children:e.cost===null?V:o.decimal(e.cost,4)}),M(`td`,{class:`number`,children:o.decimal(e.sum,2)})]},e.startText))}),M(`tfoot`,{children:M(`tr`,{children:[M(`th`,{scope:`row`,children:i.total}),M(`td`,{class:`number`,children:r.energyKwh===null?V:o.decimal(r.energyKwh,3)}),c&&M(`td`,{}),l&&M(`td`,{}),M(`td`,{}),M(`td`,{class:`number`,children:r.cost===null?V:o.decimal(r.cost,2)}),M(`td`,{class:`number`,children:o.decimal(t.at(-1)?.sum??0,2)})]})})]})})}function U(e){let t=g(`billing`).verify.day,{columns:r,day:i,place:o,taxed:s}=e,c=n.value,l=c.fullDate(a(i)),u=A(()=>R(r,o),[r,o]),d=A(()=>z(r,o),[r,o]),[f,p]=k({day:i,index:null}),m=f.day===i?f.index:null,h=m===null?null:u[m]??null,_=A(()=>u.map(e=>G(e,u)),[u,c]),v=A(()=>({values:u.map(({price:e})=>e),axisText:c.axisPrice}),[u,c]),y=A(()=>M(H,{name:l,quarters:u,totals:d}),[u,d,c]),b=`${l}: ${X(d)}. ${d.cost===null?t.unknown:c.money(d.cost)}.`,x=[{mark:`own`,text:t.energy},{mark:`price`,text:s?t.price:t.priceOutside}];return _.some(({mark:e})=>e===`missing`)&&x.push({mark:`missing`,text:g(`consumption`).legend.missing}),M(j,{children:[M(W,{name:l,earlier:e.earlier,later:e.later}),M(`div`,{class:`readout readout-day`,children:[M(`p`,{class:`big`,children:h?Y(h.cost):d.cost===null?t.unknown:c.money(d.cost)}),M(`p`,{class:`muted`,children:h?`${K(h)}: ${q(h)}, ${J(h)}`:X(d)})]}),M(N,{bars:_,line:v,label:t.chart(l),hint:t.hint,summary:b,selected:m,onSelect:e=>p({day:i,index:e}),onOpen:null,axisText:c.axisEnergy,busy:!1}),M(P,{items:x}),y]})}function W({name:e,earlier:t,later:r}){let i=g(`billing`).verify.day,o=e=>n.value.fullDate(a(e)),s=(e,t,n)=>e?M(`a`,{class:`control period-step`,"data-replace":!0,href:`${p.value.path}?paiva=${e}`,"aria-label":n(o(e)),children:M(u,{name:t})}):M(`span`,{class:`control period-step period-end`});return M(`nav`,{class:`period`,"aria-label":i.navigation,children:[s(t,`left`,i.previous),M(`p`,{class:`period-name`,children:M(`strong`,{children:e})}),s(r,`right`,i.next)]})}function G(e,t){let n=g(`billing`).verify.day,{start:r}=e,i=r.minute===0&&r.hour%3==0&&t.find(e=>e.start.hour===r.hour)===e;return{value:e.energyKwh,mark:e.energyKwh===null?e.quality===`NO_CONTRACT`?`none`:`missing`:`solid`,previous:null,label:i?String(r.hour):null,narrowLabel:null,sentence:n.sentence(K(e),q(e),J(e),Y(e.cost))}}function K({start:e,repeated:t}){return n.value.timeRange(e,15,t)}function q({energyKwh:e,quality:t}){return e===null?g(`consumption`).qualities[t]:`${n.value.decimal(e,3)}\u00a0kWh`}function J({price:e}){return e===null?g(`billing`).verify.day.unknown:`${n.value.decimal(e,3)}\u00a0c/kWh`}function Y(e){return e===null?g(`billing`).verify.day.unknown:n.value.cost(e)}function X({energyKwh:e,cost:t,unknown:r}){let i=g(`billing`).verify.day,a=n.value;return e===null?i.unknown:t===null||r>0||e<=0?i.ofDay(a.energy(e)):i.ofDayAt(a.energy(e),a.price(t/e*100))}var Z=9,re=12;function ie(e,{language:n,taxed:a,words:o,qualities:s}){let c=n===`en`,l=[o.start,o.startOffset,o.end,o.endOffset,o.energy,o.quality,o.spot,o.margin,o.price,o.cost,o.vat],u=e.starts.map((n,i)=>[...r(n,c),...r(e.ends[i],c),t(e.energyKwh[i],c),s[e.qualities[i]],t(e.spotPrices[i],c,Z),t(e.margins[i],c,Z),t(e.prices[i],c,Z),t(e.costs[i],c,re),a?o.withVat:o.withoutVat]);return i([l,...u],c)}function ae({invoice:e,points:t}){let n=g(`billing`).verify.day,[r,i]=k(t[0]?.id??null),a=o(I,{id:e.id,meteringPoint:r}),s=a.data?.node,u=s&&`verification`in s?s.verification.quarters:null,d=t.find(({id:e})=>e===r);return M(`section`,{class:`card consumption`,"aria-labelledby":`days-title`,children:[M(`div`,{class:`page-head`,children:[M(`h2`,{id:`days-title`,children:n.title}),t.length>1&&M(`select`,{class:`control point-chooser`,"aria-label":n.place,value:r??``,onChange:e=>i(e.currentTarget.value),children:t.map(e=>M(`option`,{value:e.id,children:[D(e),`, `,O(e)]},e.id))})]}),a.failure&&M(c,{failure:a.failure,retry:a.retry,at:a.at}),u&&u.starts.length>0?M(oe,{columns:u,invoice:e,gsrn:d?.gsrn??``}):a.data?M(m,{what:n.none,why:t.length?``:n.noneWhy}):a.loading&&M(l,{children:[M(`div`,{class:`bone bone-big`}),M(`div`,{class:`bone bone-plot`})]})]})}function oe({columns:t,invoice:r,gsrn:i}){let{day:a,file:o}=g(`billing`).verify,s=n.value,c=A(()=>ne(t),[t]),l=A(()=>[...c.keys()],[c]),u=p.value.query.get(`paiva`)??``,d=Math.max(0,l.indexOf(u)),f=l[d],m=A(()=>z(t,[0,t.starts.length]),[t]),_=!r.verification.vatOutside;return M(j,{children:[M(U,{columns:t,day:f,place:c.get(f)??[0,0],earlier:l[d-1]??null,later:l[d+1]??null,taxed:_}),M(`p`,{class:`hint`,children:[_?a.taxed:a.untaxed,` `,m.energyKwh!==null&&m.cost!==null&&a.whole(`${s.decimal(m.energyKwh,0,3)}\u00a0kWh`,s.money(m.cost)),` `,m.unknown>0&&a.partly(m.unknown)]}),M(`p`,{children:M(`button`,{type:`button`,class:`button button-quiet`,onClick:()=>{let n={language:h.value,taxed:_,words:o,qualities:g(`consumption`).qualities};e(ie(t,n),`${[o.name,r.number,i,`PT15M`].filter(Boolean).join(`-`)}.csv`)},children:o.download})})]})}function se({invoice:e}){let t=g(`billing`).verify,{title:n,why:r}=Q(e),{status:i,vatOutside:a}=e.verification;return M(`section`,{class:`card outcome`,"aria-label":t.title,children:[M(`p`,{class:`outcome-answer outcome-${i.toLowerCase()}`,children:[M(b,{of:i}),M(`strong`,{children:[n,`.`]})]}),M(`p`,{children:r}),a&&M(`p`,{children:t.vatOutside}),M(`p`,{class:`hint`,children:t.asBilled})]})}function Q({total:e,verification:t}){let r=g(`billing`).verify,{money:i}=n.value,a=`${i(e.amount)} (${r.withVat})`,{status:o,difference:s,computedTotal:c}=t;if(o===`MATCHES`)return{title:r.matches,why:r.matchesWhy(a)};if(o===`NOT_COMPUTABLE`||!s||!c)return{title:r.unknown,why:r.unknownWhy};let l=Number(s.amount);return{title:l===0?r.differsSomewhere:(l>0?r.billedMore:r.billedLess)(i(Math.abs(l))),why:r.differsWhy(a,i(c.amount))}}function ce({invoice:e}){let t=g(`billing`).verify.rows,r=n.value,{rows:i,computedTotal:a,difference:o}=e.verification;return M(`section`,{class:`card verify-rows`,"aria-labelledby":`verify-rows-title`,children:[M(`h2`,{id:`verify-rows-title`,children:t.title}),M(`p`,{class:`hint`,children:t.note}),M(`table`,{class:`rows-vat verified`,children:[M(`thead`,{children:M(`tr`,{children:[M(`th`,{scope:`col`,children:t.row}),M(`th`,{scope:`col`,class:`number`,children:t.billed}),M(`th`,{scope:`col`,class:`number`,children:t.computed}),M(`th`,{scope:`col`,class:`number`,children:t.difference})]})}),M(`tbody`,{children:i.map((t,n)=>M(ue,{row:t,invoice:e},n))}),M(`tfoot`,{children:M(`tr`,{children:[M(`th`,{scope:`row`,children:t.total}),M($,{label:t.billed,text:r.money(e.total.amount)}),M($,{label:t.computed,text:a&&r.money(a.amount)}),M($,{label:t.difference,text:o&&r.money(o.amount)})]})})]}),le(e)!==0&&M(`p`,{class:`hint`,children:g(`billing`).invoice.rows.rounding})]})}function le({total:e,verification:t}){return T(e.amount)-t.rows.reduce((e,{billed:t})=>e+T(t?.amount??`0`),0)}function ue({row:e,invoice:t}){let r=g(`billing`).verify.rows,{money:i}=n.value,{billed:a,computed:o,difference:s,status:c,reason:l}=e,u=e.row,d=u?.periodFrom&&u.periodTo&&(u.periodFrom!==t.periodFrom||u.periodTo!==t.periodTo);return M(`tr`,{class:c===`MATCHES`?`verified-same`:void 0,children:[M(`th`,{scope:`row`,children:[M(`span`,{class:`verified-name`,children:e.row?.description??(e.kind&&r.kinds[e.kind])}),d&&u.periodFrom&&u.periodTo&&M(`span`,{class:`point-address`,children:C(u.periodFrom,u.periodTo)}),M(`span`,{class:`verified-note outcome-${c.toLowerCase()}`,children:[M(b,{of:c}),c===`MATCHES`?r.matches:l&&r.reasons[l]]}),M(de,{row:e})]}),M($,{label:r.billed,text:a?i(a.amount):r.notBilled}),M($,{label:r.computed,text:o&&i(o.amount)}),M($,{label:r.difference,text:s&&i(s.amount)})]})}function de({row:e}){let{billedQuantity:t,computedQuantity:r}=e;if(e.status===`MATCHES`||t===null||r===null||Number(t)===Number(r))return null;let i=t=>`${n.value.decimal(t,0,3)}\u00a0${e.row?.unit??``}`.trim();return M(`span`,{class:`point-address`,children:g(`billing`).verify.rows.quantities(i(t),i(r))})}function $({label:e,text:t}){return M(`td`,{class:t===null?`number verified-none`:`number`,"data-label":e,children:t??`–`})}function fe({params:e}){let t=e.invoiceId??``,n=o(F,{id:t},{spoken:!0});n.data&&!n.data.viewer&&queueMicrotask(v);let r=n.data?.node,i=r&&`verification`in r?r:null;return n.data?.viewer&&!i?M(S,{}):M(j,{children:[M(E,{href:d(t),text:g(`billing`).verify.back}),n.failure&&M(c,{failure:n.failure,retry:n.retry,at:n.at}),i?M(pe,{invoice:i}):n.loading&&M(he,{})]})}function pe({invoice:e}){let t=g(`billing`).verify,n=y(),r=x(e.periodFrom,e.periodTo);s(`${t.title}, ${r}`);let{meteringPoint:i,verification:a}=e;return M(j,{children:[M(`h1`,{ref:n,tabIndex:-1,class:`invoice-title`,children:[t.title,M(`span`,{class:`h1-of`,children:[w(r),i&&` · ${D(i)}, ${O(i)}`]})]}),M(`div`,{class:`verify`,children:[M(se,{invoice:e}),M(ce,{invoice:e}),a.changedDays.length>0&&M(te,{days:a.changedDays,path:f(e.id)}),M(ae,{invoice:e,points:me(e)})]})]})}function me({meteringPoint:e,rows:t}){return e?[e]:[...new Map(t.flatMap(({meteringPoint:e})=>e?[[e.id,e]]:[])).values()]}function he(){return M(l,{children:[M(`div`,{class:`bone bone-h1`}),M(`div`,{class:`verify`,children:[M(`div`,{class:`card bone-outcome`,children:[M(`div`,{class:`bone bone-big`}),M(`div`,{class:`bone bone-line`})]}),M(`div`,{class:`card bone-section`}),M(`div`,{class:`card bone-card`})]})]})}export{fe as Page};