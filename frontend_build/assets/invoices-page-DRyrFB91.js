import{n as e}from"./customer-DoCYwfaf.js";import{B as t,G as n,J as r,P as i,T as a,U as o,W as s,Z as c,g as l,s as u,z as d}from"./app-B4pTfES4.js";import{d as f,l as p,o as m,p as h,t as g}from"./preact-DiQsbUql.js";import{n as _,t as v}from"./data-oExWN6he.js";import{c as y,n as b,o as x,s as S}from"./invoicing-CxNE_ghI.js";import{n as C,t as w}from"./place-name-Bykb1eCz.js";var T=l(`
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
`);function E({invoice:e}){let t=c(`billing`).list,n=_.value,r=e.kind===`CREDIT_NOTE`,a=y(e.periodFrom,e.periodTo),o=e.status===`OPEN`||e.status===`DUE`||e.status===`OVERDUE`,s=o&&e.openAmount.amount!==e.total.amount;return g(`tr`,{children:[g(`th`,{scope:`row`,children:[g(`a`,{class:`invoices-link`,href:i(e.id),children:r?t.of(a):x(a)}),g(`span`,{class:`point-address`,children:t.number(e.number)})]}),g(`td`,{class:`invoices-place`,children:D(e,t.severalPlaces)}),g(`td`,{class:o?`invoices-due`:`invoices-due invoices-done`,"data-label":t.due,children:r?`–`:S(e.dueDate)}),g(`td`,{class:`invoices-status`,children:[g(b,{invoice:e}),e.status===`PAID`&&!r&&e.paidOn&&g(`span`,{class:`point-address`,children:S(e.paidOn)}),s&&g(`span`,{class:`point-address`,children:t.left(n.money(e.openAmount.amount))})]}),g(`td`,{class:`number invoices-amount`,"data-label":t.amount,children:n.money(e.total.amount)})]})}function D({meteringPoint:e},t){return e?g(h,{children:[C(e),g(`span`,{class:`point-address`,children:w(e)})]}):g(h,{children:t})}var O=12,k=[`OPEN`,`DUE`,`OVERDUE`],A=new Map;function j({customerId:e,onlyOpen:t}){let n=c(`billing`).list,r=`${e} ${t}`,[i,a]=f(A.get(r)??[null]),[o,s]=f([]),l=p(null),u=p(null),d=e=>{let t=[...i,e];A.set(r,t),u.current=t.length-1,a(t)},m=(e,t)=>{s(n=>Object.assign([...n],{[e]:t})),u.current===e&&(u.current=null,requestAnimationFrame(()=>l.current?.tBodies[e]?.querySelector(`a`)?.focus()))},_=o.reduce((e,t)=>e+(t??0),0);return g(h,{children:[g(`div`,{class:`card points invoices`,children:g(`table`,{ref:l,children:[g(`caption`,{class:`hidden`,children:t?n.open:n.title}),_>0&&g(`thead`,{children:g(`tr`,{children:[g(`th`,{scope:`col`,children:n.invoice}),g(`th`,{scope:`col`,children:n.place}),g(`th`,{scope:`col`,children:n.due}),g(`th`,{scope:`col`,children:n.statusTitle}),g(`th`,{scope:`col`,class:`number`,children:n.amount})]})}),i.map((n,r)=>g(M,{variables:{id:e,status:t?k:null,first:O,after:n},last:r===i.length-1,onMore:d,onArrived:e=>m(r,e)},n))]})}),!t&&_>0&&g(`p`,{class:`after-list`,children:g(`a`,{href:`/seuraava-lasku`,children:c(`billing`).next.title})}),g(`p`,{class:`hidden`,role:`status`,children:_>0?n.shown(_):``})]})}function M({variables:e,last:t,onMore:i,onArrived:a}){let o=v(T,e);o.data&&!o.data.viewer&&queueMicrotask(u);let s=o.data?.node,l=s&&`invoices`in s?s.invoices:null,d=l?.nodes.length;m(()=>{d!==void 0&&a(d)},[d]);let f=l?.pageInfo.hasNextPage?l.pageInfo.endCursor:null;return g(`tbody`,{children:[l?.nodes.map(e=>g(E,{invoice:e},e.id)),l?.nodes.length===0&&!e.after&&g(N,{children:g(P,{onlyOpen:e.status!==null})}),!l&&o.loading&&g(N,{children:g(r,{children:g(F,{})})}),o.failure&&g(N,{children:g(n,{failure:o.failure,retry:o.retry,at:o.at})}),t&&f&&g(N,{children:g(`button`,{type:`button`,class:`button button-quiet`,onClick:()=>i(f),children:c(`billing`).list.more})})]})}function N({children:e}){return g(`tr`,{class:`invoices-wide`,children:g(`td`,{colSpan:5,children:e})})}function P({onlyOpen:e}){let t=c(`billing`).list;return e?g(s,{what:t.noneOpen,why:t.noneOpenWhy,children:g(`a`,{class:`button button-quiet`,"data-replace":!0,href:a,children:t.showAll})}):g(s,{what:t.none,why:t.noneWhy})}function F(){return g(h,{children:Array.from({length:6},(e,t)=>g(`div`,{class:`bone-row`,children:g(`div`,{class:`bone bone-line`})},t))})}function I(){return g(r,{children:g(`div`,{class:`card points`,children:g(F,{})})})}function L(){let n=c(`billing`).list,r=d();t(n.title);let i=e.value,s=o.value.query.has(`avoimet`);return g(h,{children:[g(`div`,{class:`page-head`,children:[g(`h1`,{ref:r,tabIndex:-1,children:n.title}),g(`nav`,{class:`switch`,"aria-label":n.filter,children:[!1,!0].map(e=>g(`a`,{"data-replace":!0,href:e?`${a}?avoimet`:a,"aria-current":e===s?`true`:void 0,children:e?n.open:n.all},String(e)))})]}),i?g(j,{customerId:i.id,onlyOpen:s},`${i.id} ${s}`):g(I,{})]})}export{L as Page};