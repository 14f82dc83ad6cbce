import{$ as e,J as t,T as n,U as r,W as i,Y as a,g as o,nt as s,s as c}from"./app-BhYbjUjw.js";import{a as l,c as u,d,l as f,o as p,p as m,s as h}from"./data-DX79vbST.js";import{c as g,f as _,o as v,t as y}from"./invoicing-mQoD-4C6.js";import{c as b,n as x}from"./period-D1MSMzES.js";import{p as S,t as C}from"./preact-DiQsbUql.js";var w=o(`
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
`);function T(e){let t=0;for(let{total:n}of e){if(!n)return null;t+=y(n.amount)}return t/100}function E({costSoFar:e,energyCost:t,basicFees:n,total:r}){if(!e||!t||!n||!r)return{toCome:null,shares:null};let[i,a,o,s]=[e,t,n,r].map(({amount:e})=>y(e)),c=o>=0&&i>=0&&a>=i&&s>0,l=e=>e/s*100;return{toCome:(a-i)/100,shares:c?{soFar:l(i),toCome:l(a-i),fees:l(o)}:null}}function D({point:e}){let t=s(`billing`).next,n=e.nextInvoice;return C(`article`,{class:`card estimate`,children:[C(`h2`,{class:`point-name`,children:[p(e),C(`span`,{class:`point-address`,children:l(e)})]}),n?n.status===`ESTIMATED`?C(O,{estimate:n}):C(S,{children:[C(`p`,{class:`big big-words`,children:t[n.status]}),C(`p`,{class:`muted`,children:n.status===`NO_HISTORY`?t.noHistoryWhy:t.noPricesWhy}),C(A,{estimate:n})]}):C(`p`,{class:`muted`,children:t.noContract})]})}function O({estimate:e}){let t=s(`billing`).next,n=h.value,{total:r,low:i,high:a,costSoFar:o,basicFees:c,meteredKwh:l,forecastKwh:d}=e,{toCome:f,shares:p}=E(e),m=g(e.from,b(x(u(e.to),-1)));return C(S,{children:[C(`div`,{children:[C(`p`,{class:`muted`,children:t.estimate(m)}),C(`p`,{class:`big`,children:[r&&t.about(n.money(r.amount)),` `,C(`small`,{children:t.withVat})]}),i&&a&&C(`p`,{children:t.range(n.money(i.amount),n.money(a.amount))})]}),p&&r&&o&&C(`div`,{class:`estimate-bar`,role:`img`,"aria-label":t.picture(n.money(o.amount),n.money(r.amount)),children:[C(`span`,{class:`estimate-so-far`,style:{width:`${p.soFar}%`}}),C(`span`,{class:`estimate-to-come`,style:{width:`${p.toCome}%`}}),C(`span`,{class:`estimate-fees`,style:{width:`${p.fees}%`}})]}),C(`dl`,{class:`estimate-parts`,children:[o&&C(k,{kind:`so-far`,label:t.soFar,energy:l,money:o.amount}),f!==null&&C(k,{kind:`to-come`,label:t.toCome,energy:d,money:f}),c&&C(k,{kind:`fees`,label:t.fees,energy:null,money:c.amount}),r&&C(k,{kind:null,label:t.total,energy:null,money:r.amount})]}),C(A,{estimate:e}),C(`details`,{children:[C(`summary`,{children:t.restsOn}),C(`ul`,{class:`bullets`,children:e.basis.map(e=>C(`li`,{children:t.basis[e]},e))}),C(`p`,{class:`hint`,children:v(e.contract.product.name)})]})]})}function k(e){return C(`div`,{class:e.kind?void 0:`estimate-total`,children:[C(`dt`,{children:[e.kind&&C(`span`,{class:`estimate-mark estimate-${e.kind}`,"aria-hidden":`true`}),e.label]}),e.energy!==null&&C(`dd`,{class:`estimate-energy hint`,children:h.value.energy(e.energy)}),C(`dd`,{class:`number`,children:h.value.money(e.money)})]})}function A({estimate:{meteredUntil:e,pricesKnownUntil:t}}){let n=s(`billing`).next,r=e=>h.value.date(x(u(e),-1)),i=[e&&n.metered(r(e)),t&&n.pricesKnown(r(t))].filter(Boolean);return i.length?C(`p`,{class:`hint`,children:i.join(` `)}):null}function j({params:e}){let t=s(`billing`),a=r();i(t.next.title);let o=e.meteringPointId,c=m([o])??d.value;return C(S,{children:[C(_,{href:n,text:t.list.title}),C(`h1`,{ref:a,tabIndex:-1,children:t.next.title}),C(`p`,{class:`muted next-lead`,children:t.next.lead}),c?C(M,{customerId:c.id,wanted:o},c.id):C(N,{count:1})]})}function M({customerId:e,wanted:n}){let r=s(`billing`).next,i=f(w,{id:e},{spoken:!0});i.data&&!i.data.viewer&&queueMicrotask(c);let o=i.data?.node,l=o&&`meteringPoints`in o?o.meteringPoints.nodes:null,u=l?.filter(({id:e})=>e===n),p=u?.length?u:l,m=p?.flatMap(({nextInvoice:e})=>e??[])??[],g=T(m);return C(S,{children:[i.failure&&C(a,{failure:i.failure,retry:i.retry,at:i.at}),p?C(S,{children:[p.length===0&&C(t,{what:r.none,why:r.noneWhy}),g!==null&&m.length>1&&C(`p`,{class:`next-sum`,children:[r.sum(m.length,h.value.money(g)),` `,C(`span`,{class:`muted`,children:r.withVat})]}),C(`div`,{class:`cards next`,children:p.map(e=>C(D,{point:e},e.id))}),p.length>0&&C(`p`,{class:`hint next-note`,children:r.vatNote}),l&&p.length<l.length&&C(`p`,{children:C(`a`,{class:`button button-quiet`,href:`/seuraava-lasku`,children:r.allPlaces(l.length)})})]}):i.loading&&C(N,{count:n?1:d.value?.meteringPoints.nodes.length??1})]})}function N({count:t}){return C(e,{children:C(`div`,{class:`cards next`,children:Array.from({length:t},(e,t)=>C(`div`,{class:`card bone-estimate`},t))})})}export{j as Page};