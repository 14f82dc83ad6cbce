import{n as e}from"./customer-ulEM_4ZL.js";import{H as t,K as n,L as r,N as i,R as a,T as o,U as s,V as c,Y as l,g as u,s as d}from"./app-DOmY8vkv.js";import{d as f,l as p,o as m,p as h,t as g}from"./preact-DiQsbUql.js";import{n as _,t as v}from"./data-CCG1vUQ6.js";import{a as y,i as b,o as x,t as S}from"./status-Dn8GfDBH.js";import{n as C,t as w}from"./place-name-BEXgYO8N.js";var T=u(`
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
`);function E({invoice:e}){let t=l(`billing`).list,n=_.value,r=e.kind===`CREDIT_NOTE`,a=x(e.periodFrom,e.periodTo),o=e.status===`OPEN`||e.status===`DUE`||e.status===`OVERDUE`,s=o&&e.openAmount.amount!==e.total.amount;return g(`tr`,{children:[g(`th`,{scope:`row`,children:[g(`a`,{class:`invoices-link`,href:i(e.id),children:r?t.of(a):b(a)}),g(`span`,{class:`point-address`,children:t.number(e.number)})]}),g(`td`,{class:`invoices-place`,children:D(e,t.severalPlaces)}),g(`td`,{class:o?`invoices-due`:`invoices-due invoices-done`,"data-label":t.due,children:r?`–`:y(e.dueDate)}),g(`td`,{class:`invoices-status`,children:[g(S,{invoice:e}),e.status===`PAID`&&!r&&e.paidOn&&g(`span`,{class:`point-address`,children:y(e.paidOn)}),s&&g(`span`,{class:`point-address`,children:t.left(n.money(e.openAmount.amount))})]}),g(`td`,{class:`number invoices-amount`,"data-label":t.amount,children:n.money(e.total.amount)})]})}function D({meteringPoint:e},t){return e?g(h,{children:[C(e),g(`span`,{class:`point-address`,children:w(e)})]}):g(h,{children:t})}var O=12,k=[`OPEN`,`DUE`,`OVERDUE`],A=new Map;function j({customerId:e,onlyOpen:t}){let n=l(`billing`).list,r=`${e} ${t}`,[i,a]=f(A.get(r)??[null]),[o,s]=f([]),c=p(null),u=p(null),d=e=>{let t=[...i,e];A.set(r,t),u.current=t.length-1,a(t)},m=(e,t)=>{s(n=>Object.assign([...n],{[e]:t})),u.current===e&&(u.current=null,requestAnimationFrame(()=>c.current?.tBodies[e]?.querySelector(`a`)?.focus()))},_=o.reduce((e,t)=>e+(t??0),0);return g(h,{children:[g(`div`,{class:`card points invoices`,children:g(`table`,{ref:c,children:[g(`caption`,{class:`hidden`,children:t?n.open:n.title}),_>0&&g(`thead`,{children:g(`tr`,{children:[g(`th`,{scope:`col`,children:n.invoice}),g(`th`,{scope:`col`,children:n.place}),g(`th`,{scope:`col`,children:n.due}),g(`th`,{scope:`col`,children:n.statusTitle}),g(`th`,{scope:`col`,class:`number`,children:n.amount})]})}),i.map((n,r)=>g(M,{variables:{id:e,status:t?k:null,first:O,after:n},last:r===i.length-1,onMore:d,onArrived:e=>m(r,e)},n))]})}),g(`p`,{class:`hidden`,role:`status`,children:_>0?n.shown(_):``})]})}function M({variables:e,last:t,onMore:r,onArrived:i}){let a=v(T,e);a.data&&!a.data.viewer&&queueMicrotask(d);let o=a.data?.node,c=o&&`invoices`in o?o.invoices:null,u=c?.nodes.length;m(()=>{u!==void 0&&i(u)},[u]);let f=c?.pageInfo.hasNextPage?c.pageInfo.endCursor:null;return g(`tbody`,{children:[c?.nodes.map(e=>g(E,{invoice:e},e.id)),c?.nodes.length===0&&!e.after&&g(N,{children:g(P,{onlyOpen:e.status!==null})}),!c&&a.loading&&g(N,{children:g(n,{children:g(F,{})})}),a.failure&&g(N,{children:g(s,{failure:a.failure,retry:a.retry,at:a.at})}),t&&f&&g(N,{children:g(`button`,{type:`button`,class:`button button-quiet`,onClick:()=>r(f),children:l(`billing`).list.more})})]})}function N({children:e}){return g(`tr`,{class:`invoices-wide`,children:g(`td`,{colSpan:5,children:e})})}function P({onlyOpen:e}){let n=l(`billing`).list;return e?g(t,{what:n.noneOpen,why:n.noneOpenWhy,children:g(`a`,{class:`button button-quiet`,"data-replace":!0,href:o,children:n.showAll})}):g(t,{what:n.none,why:n.noneWhy})}function F(){return g(h,{children:Array.from({length:6},(e,t)=>g(`div`,{class:`bone-row`,children:g(`div`,{class:`bone bone-line`})},t))})}function I(){return g(n,{children:g(`div`,{class:`card points`,children:g(F,{})})})}function L(){let t=l(`billing`).list,n=r();a(t.title);let i=e.value,s=c.value.query.has(`avoimet`);return g(h,{children:[g(`div`,{class:`page-head`,children:[g(`h1`,{ref:n,tabIndex:-1,children:t.title}),g(`nav`,{class:`switch`,"aria-label":t.filter,children:[!1,!0].map(e=>g(`a`,{"data-replace":!0,href:e?`${o}?avoimet`:o,"aria-current":e===s?`true`:void 0,children:e?t.open:t.all},String(e)))})]}),i?g(j,{customerId:i.id,onlyOpen:s},`${i.id} ${s}`):g(I,{})]})}export{L as Page};