import{p as e,s as t,t as n}from"./preact-DiQsbUql.js";import{B as r,G as i,J as a,T as o,W as s,Z as c,g as l,s as u,z as d}from"./app-B4pTfES4.js";import{n as f,s as p,t as m}from"./data-oExWN6he.js";import{n as h,r as g,t as _}from"./customer-DoCYwfaf.js";import{c as v,o as y,t as b,u as x}from"./invoicing-CxNE_ghI.js";import{i as S,n as C,t as w,u as T}from"./place-name-Bykb1eCz.js";var E=l(`
  query NextInvoices($id: ID!) {
    viewer {
      account {
        id
      }
    }
    node(id: $id) {
      id
      ... on Customer {
        meteringPoints(first: 100) {
          nodes {
            id
            name
            address {
              street
              postalCode
              city
            }
            nextInvoice {
              status
              from
              to
              meteredKwh
              forecastKwh
              costSoFar {
                amount
              }
              energyCost {
                amount
              }
              basicFees {
                amount
              }
              total {
                amount
              }
              low {
                amount
              }
              high {
                amount
              }
              meteredUntil
              pricesKnownUntil
              basis
              contract {
                id
                product {
                  id
                  name
                }
              }
            }
          }
        }
      }
    }
  }
`);function D({costSoFar:e,energyCost:t,basicFees:n,total:r}){if(!e||!t||!n||!r)return{toCome:null,shares:null};let[i,a,o,s]=[e,t,n,r].map(({amount:e})=>b(e)),c=o>=0&&i>=0&&a>=i&&s>0,l=e=>e/s*100;return{toCome:(a-i)/100,shares:c?{soFar:l(i),toCome:l(a-i),fees:l(o)}:null}}function O({point:t}){let r=c(`billing`).next,i=t.nextInvoice;return n(`article`,{class:`card estimate`,children:[n(`h2`,{class:`point-name`,children:[C(t),n(`span`,{class:`point-address`,children:w(t)})]}),i?i.status===`ESTIMATED`?n(k,{estimate:i}):n(e,{children:[n(`p`,{class:`big big-words`,children:r[i.status]}),n(`p`,{class:`muted`,children:i.status===`NO_HISTORY`?r.noHistoryWhy:r.noPricesWhy}),n(j,{estimate:i})]}):n(`p`,{class:`muted`,children:r.noContract})]})}function k({estimate:t}){let r=c(`billing`).next,i=f.value,{total:a,low:o,high:s,costSoFar:l,basicFees:u,meteredKwh:d,forecastKwh:m}=t,{toCome:h,shares:g}=D(t),_=v(t.from,T(S(p(t.to),-1)));return n(e,{children:[n(`div`,{children:[n(`p`,{class:`muted`,children:r.estimate(_)}),n(`p`,{class:`big`,children:[a&&r.about(i.money(a.amount)),` `,n(`small`,{children:r.withVat})]}),o&&s&&n(`p`,{children:r.range(i.money(o.amount),i.money(s.amount))})]}),g&&a&&l&&n(`div`,{class:`estimate-bar`,role:`img`,"aria-label":r.picture(i.money(l.amount),i.money(a.amount)),children:[n(`span`,{class:`estimate-so-far`,style:{width:`${g.soFar}%`}}),n(`span`,{class:`estimate-to-come`,style:{width:`${g.toCome}%`}}),n(`span`,{class:`estimate-fees`,style:{width:`${g.fees}%`}})]}),n(`dl`,{class:`estimate-parts`,children:[l&&n(A,{kind:`so-far`,label:r.soFar,energy:d,money:l.amount}),h!==null&&n(A,{kind:`to-come`,label:r.toCome,energy:m,money:h}),u&&n(A,{kind:`fees`,label:r.fees,energy:null,money:u.amount}),a&&n(A,{kind:null,label:r.total,energy:null,money:a.amount})]}),n(j,{estimate:t}),n(`details`,{children:[n(`summary`,{children:r.restsOn}),n(`ul`,{class:`bullets`,children:t.basis.map(e=>n(`li`,{children:r.basis[e]},e))}),n(`p`,{class:`hint`,children:y(t.contract.product.name)})]})]})}function A(e){return n(`div`,{class:e.kind?void 0:`estimate-total`,children:[n(`dt`,{children:[e.kind&&n(`span`,{class:`estimate-mark estimate-${e.kind}`,"aria-hidden":`true`}),e.label]}),e.energy!==null&&n(`dd`,{class:`estimate-energy hint`,children:f.value.energy(e.energy)}),n(`dd`,{class:`number`,children:f.value.money(e.money)})]})}function j({estimate:{meteredUntil:e,pricesKnownUntil:t}}){let r=c(`billing`).next,i=e=>f.value.date(S(p(e),-1)),a=[e&&r.metered(i(e)),t&&r.pricesKnown(i(t))].filter(Boolean);return a.length?n(`p`,{class:`hint`,children:a.join(` `)}):null}function M({params:i}){let a=c(`billing`),s=d();r(a.next.title);let l=i.meteringPointId,u=g.value.find(({meteringPoints:e})=>e.nodes.some(({id:e})=>e===l));t(()=>{u&&u!==h.peek()&&_(u.id)},[u]);let f=u??h.value;return n(e,{children:[n(x,{href:o,text:a.list.title}),n(`h1`,{ref:s,tabIndex:-1,children:a.next.title}),n(`p`,{class:`muted next-lead`,children:a.next.lead}),f?n(N,{customerId:f.id,wanted:l},f.id):n(P,{count:1})]})}function N({customerId:t,wanted:r}){let a=c(`billing`).next,o=m(E,{id:t},{spoken:!0});o.data&&!o.data.viewer&&queueMicrotask(u);let l=o.data?.node,d=l&&`meteringPoints`in l?l.meteringPoints.nodes:null,f=d?.filter(({id:e})=>e===r),p=f?.length?f:d;return n(e,{children:[o.failure&&n(i,{failure:o.failure,retry:o.retry,at:o.at}),p?n(e,{children:[p.length===0&&n(s,{what:a.none,why:a.noneWhy}),n(`div`,{class:`cards next`,children:p.map(e=>n(O,{point:e},e.id))}),p.length>0&&n(`p`,{class:`hint next-note`,children:a.vatNote}),d&&p.length<d.length&&n(`p`,{children:n(`a`,{class:`button button-quiet`,href:`/seuraava-lasku`,children:a.allPlaces(d.length)})})]}):o.loading&&n(P,{count:r?1:h.value?.meteringPoints.nodes.length??1})]})}function P({count:e}){return n(a,{children:n(`div`,{class:`cards next`,children:Array.from({length:e},(e,t)=>n(`div`,{class:`card bone-estimate`},t))})})}export{M as Page};