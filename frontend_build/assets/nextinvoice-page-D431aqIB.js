import{p as e,s as t,t as n}from"./preact-DiQsbUql.js";import{H as r,J as i,Q as a,T as o,U as s,g as c,q as l,s as u,tt as d}from"./app-WgkoDno2.js";import{a as f,c as p,d as m,f as h,l as g,o as _,s as v,u as y}from"./data-DKIEJbCy.js";import{c as b,o as x,t as S,u as C}from"./invoicing-z6oYkMM4.js";import{c as w,n as T}from"./period-atnWhmIW.js";var E=c(`
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
`);function D(e){let t=0;for(let n of e){if(n&&!n.total)return null;t+=S(n?.total?.amount??`0`)}return t/100}function O({costSoFar:e,energyCost:t,basicFees:n,total:r}){if(!e||!t||!n||!r)return{toCome:null,shares:null};let[i,a,o,s]=[e,t,n,r].map(({amount:e})=>S(e)),c=o>=0&&i>=0&&a>=i&&s>0,l=e=>e/s*100;return{toCome:(a-i)/100,shares:c?{soFar:l(i),toCome:l(a-i),fees:l(o)}:null}}function k({point:t}){let r=d(`billing`).next,i=t.nextInvoice;return n(`article`,{class:`card estimate`,children:[n(`h2`,{class:`point-name`,children:[_(t),n(`span`,{class:`point-address`,children:f(t)})]}),i?i.status===`ESTIMATED`?n(A,{estimate:i}):n(e,{children:[n(`p`,{class:`big big-words`,children:r[i.status]}),n(`p`,{class:`muted`,children:i.status===`NO_HISTORY`?r.noHistoryWhy:r.noPricesWhy}),n(M,{estimate:i})]}):n(`p`,{class:`muted`,children:r.noContract})]})}function A({estimate:t}){let r=d(`billing`).next,i=v.value,{total:a,low:o,high:s,costSoFar:c,basicFees:l,meteredKwh:u,forecastKwh:f}=t,{toCome:m,shares:h}=O(t),g=b(t.from,w(T(p(t.to),-1)));return n(e,{children:[n(`div`,{children:[n(`p`,{class:`muted`,children:r.estimate(g)}),n(`p`,{class:`big`,children:[a&&r.about(i.money(a.amount)),` `,n(`small`,{children:r.withVat})]}),o&&s&&n(`p`,{children:r.range(i.money(o.amount),i.money(s.amount))})]}),h&&a&&c&&n(`div`,{class:`estimate-bar`,role:`img`,"aria-label":r.picture(i.money(c.amount),i.money(a.amount)),children:[n(`span`,{class:`estimate-so-far`,style:{width:`${h.soFar}%`}}),n(`span`,{class:`estimate-to-come`,style:{width:`${h.toCome}%`}}),n(`span`,{class:`estimate-fees`,style:{width:`${h.fees}%`}})]}),n(`dl`,{class:`estimate-parts`,children:[c&&n(j,{kind:`so-far`,label:r.soFar,energy:u,money:c.amount}),m!==null&&n(j,{kind:`to-come`,label:r.toCome,energy:f,money:m}),l&&n(j,{kind:`fees`,label:r.fees,energy:null,money:l.amount}),a&&n(j,{kind:null,label:r.total,energy:null,money:a.amount})]}),n(M,{estimate:t}),n(`details`,{children:[n(`summary`,{children:r.restsOn}),n(`ul`,{class:`bullets`,children:t.basis.map(e=>n(`li`,{children:r.basis[e]},e))}),n(`p`,{class:`hint`,children:x(t.contract.product.name)})]})]})}function j(e){return n(`div`,{class:e.kind?void 0:`estimate-total`,children:[n(`dt`,{children:[e.kind&&n(`span`,{class:`estimate-mark estimate-${e.kind}`,"aria-hidden":`true`}),e.label]}),e.energy!==null&&n(`dd`,{class:`estimate-energy hint`,children:v.value.energy(e.energy)}),n(`dd`,{class:`number`,children:v.value.money(e.money)})]})}function M({estimate:{meteredUntil:e,pricesKnownUntil:t}}){let r=d(`billing`).next,i=e=>v.value.date(T(p(e),-1)),a=[e&&r.metered(i(e)),t&&r.pricesKnown(i(t))].filter(Boolean);return a.length?n(`p`,{class:`hint`,children:a.join(` `)}):null}function N({params:i}){let a=d(`billing`),c=r();s(a.next.title);let l=i.meteringPointId,u=h.value.find(({meteringPoints:e})=>e.nodes.some(({id:e})=>e===l));t(()=>{u&&u!==m.peek()&&y(u.id)},[u]);let f=u??m.value;return n(e,{children:[n(C,{href:o,text:a.list.title}),n(`h1`,{ref:c,tabIndex:-1,children:a.next.title}),n(`p`,{class:`muted next-lead`,children:a.next.lead}),f?n(P,{customerId:f.id,wanted:l},f.id):n(F,{count:1})]})}function P({customerId:t,wanted:r}){let a=d(`billing`).next,o=g(E,{id:t},{spoken:!0});o.data&&!o.data.viewer&&queueMicrotask(u);let s=o.data?.node,c=s&&`meteringPoints`in s?s.meteringPoints.nodes:null,f=c?.filter(({id:e})=>e===r),p=f?.length?f:c,h=p&&D(p.map(({nextInvoice:e})=>e));return n(e,{children:[o.failure&&n(i,{failure:o.failure,retry:o.retry,at:o.at}),p?n(e,{children:[p.length===0&&n(l,{what:a.none,why:a.noneWhy}),h!==null&&p.length>1&&n(`p`,{class:`next-sum`,children:[a.sum(p.length,v.value.money(h)),` `,n(`span`,{class:`muted`,children:a.withVat})]}),n(`div`,{class:`cards next`,children:p.map(e=>n(k,{point:e},e.id))}),p.length>0&&n(`p`,{class:`hint next-note`,children:a.vatNote}),c&&p.length<c.length&&n(`p`,{children:n(`a`,{class:`button button-quiet`,href:`/seuraava-lasku`,children:a.allPlaces(c.length)})})]}):o.loading&&n(F,{count:r?1:m.value?.meteringPoints.nodes.length??1})]})}function F({count:e}){return n(a,{children:n(`div`,{class:`cards next`,children:Array.from({length:e},(e,t)=>n(`div`,{class:`card bone-estimate`},t))})})}export{N as Page};