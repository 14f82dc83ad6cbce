import{a as e,d as t,l as n,o as r,s as i}from"./data-DX79vbST.js";import{$ as a,J as o,L as s,T as c,U as l,W as u,Y as d,g as f,nt as p,q as m,s as h}from"./app-BhYbjUjw.js";import{d as g,l as _,o as v,p as y,t as b}from"./preact-DiQsbUql.js";import{c as x,n as S,o as C,s as w}from"./invoicing-mQoD-4C6.js";var T=f(`
  query Invoices($id: ID!, $status: [InvoiceStatus!], $first: Int!, $after: String) {
    viewer {
      account {
        id
      }
    }
    node(id: $id) {
      id
      ... on Customer {
        invoices(status: $status, first: $first, after: $after) {
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            id
            number
            kind
            status
            invoiceDate
            dueDate
            paidOn
            periodFrom
            periodTo
            total {
              amount
            }
            openAmount {
              amount
            }
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
        }
      }
    }
  }
`);function E({invoice:e}){let t=p(`billing`).list,n=i.value,r=e.kind===`CREDIT_NOTE`,a=x(e.periodFrom,e.periodTo),o=e.status===`OPEN`||e.status===`DUE`||e.status===`OVERDUE`,c=o&&e.openAmount.amount!==e.total.amount;return b(`tr`,{children:[b(`th`,{scope:`row`,children:[b(`a`,{class:`invoices-link`,href:s(e.id),children:r?t.of(a):C(a)}),b(`span`,{class:`point-address`,children:t.number(e.number)})]}),b(`td`,{class:`invoices-place`,children:D(e,t.severalPlaces)}),b(`td`,{class:o?`invoices-due`:`invoices-due invoices-done`,"data-label":t.due,children:r?`–`:w(e.dueDate)}),b(`td`,{class:`invoices-status`,children:[b(S,{invoice:e}),e.status===`PAID`&&!r&&e.paidOn&&b(`span`,{class:`point-address`,children:w(e.paidOn)}),c&&b(`span`,{class:`point-address`,children:t.left(n.money(e.openAmount.amount))})]}),b(`td`,{class:`number invoices-amount`,"data-label":t.amount,children:n.money(e.total.amount)})]})}function D({meteringPoint:t},n){return t?b(y,{children:[r(t),b(`span`,{class:`point-address`,children:e(t)})]}):b(y,{children:n})}var O=12,k=[`OPEN`,`DUE`,`OVERDUE`],A=new Map;function j({customerId:e,onlyOpen:t}){let n=p(`billing`).list,r=`${e} ${t}`,[i,a]=g(A.get(r)??[null]),[o,s]=g([]),c=_(null),l=_(null),u=e=>{let t=[...i,e];A.set(r,t),l.current=t.length-1,a(t)},d=(e,t)=>{s(n=>Object.assign([...n],{[e]:t})),l.current===e&&(l.current=null,requestAnimationFrame(()=>c.current?.tBodies[e]?.querySelector(`a`)?.focus()))},f=o.reduce((e,t)=>e+(t??0),0);return b(y,{children:[b(`div`,{class:`card points invoices`,children:b(`table`,{ref:c,children:[b(`caption`,{class:`hidden`,children:t?n.open:n.title}),f>0&&b(`thead`,{children:b(`tr`,{children:[b(`th`,{scope:`col`,children:n.invoice}),b(`th`,{scope:`col`,children:n.place}),b(`th`,{scope:`col`,children:n.due}),b(`th`,{scope:`col`,children:n.statusTitle}),b(`th`,{scope:`col`,class:`number`,children:n.amount})]})}),i.map((n,r)=>b(M,{variables:{id:e,status:t?k:null,first:O,after:n},last:r===i.length-1,onMore:u,onArrived:e=>d(r,e)},n))]})}),!t&&f>0&&b(`p`,{class:`after-list`,children:b(`a`,{href:`/seuraava-lasku`,children:p(`billing`).next.title})}),b(`p`,{class:`hidden`,role:`status`,children:f>0?n.shown(f):``})]})}function M({variables:e,last:t,onMore:r,onArrived:i}){let o=n(T,e);o.data&&!o.data.viewer&&queueMicrotask(h);let s=o.data?.node,c=s&&`invoices`in s?s.invoices:null,l=c?.nodes.length;v(()=>{l!==void 0&&i(l)},[l]);let u=c?.pageInfo.hasNextPage?c.pageInfo.endCursor:null;return b(`tbody`,{children:[c?.nodes.map(e=>b(E,{invoice:e},e.id)),c?.nodes.length===0&&!e.after&&b(N,{children:b(P,{onlyOpen:e.status!==null})}),!c&&o.loading&&b(N,{children:b(a,{children:b(F,{})})}),o.failure&&b(N,{children:b(d,{failure:o.failure,retry:o.retry,at:o.at})}),t&&u&&b(N,{children:b(`button`,{type:`button`,class:`button button-quiet`,onClick:()=>r(u),children:p(`billing`).list.more})})]})}function N({children:e}){return b(`tr`,{class:`invoices-wide`,children:b(`td`,{colSpan:5,children:e})})}function P({onlyOpen:e}){let t=p(`billing`).list;return e?b(o,{what:t.noneOpen,why:t.noneOpenWhy,children:b(`a`,{class:`button button-quiet`,"data-replace":!0,href:c,children:t.showAll})}):b(o,{what:t.none,why:t.noneWhy})}function F(){return b(y,{children:Array.from({length:6},(e,t)=>b(`div`,{class:`bone-row`,children:b(`div`,{class:`bone bone-line`})},t))})}function I(){return b(a,{children:b(`div`,{class:`card points`,children:b(F,{})})})}function L(){let e=p(`billing`).list,n=l();u(e.title);let r=t.value,i=m.value.query.has(`avoimet`);return b(y,{children:[b(`div`,{class:`page-head`,children:[b(`h1`,{ref:n,tabIndex:-1,children:e.title}),b(`nav`,{class:`switch`,"aria-label":e.filter,children:[!1,!0].map(t=>b(`a`,{"data-replace":!0,href:t?`${c}?avoimet`:c,"aria-current":t===i?`true`:void 0,children:t?e.open:e.all},String(t)))})]}),r?b(j,{customerId:r.id,onlyOpen:i},`${r.id} ${i}`):b(I,{})]})}export{L as Page};