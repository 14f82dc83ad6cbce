import{d as e,f as t,l as n,o as r,p as i,s as a,t as o}from"./preact-DiQsbUql.js";import{K as s,L as c,N as l,R as u,T as d,U as f,W as p,Y as m,g as h,j as g,s as _}from"./app-DOmY8vkv.js";import{i as v,n as y,t as b}from"./data-CCG1vUQ6.js";import{n as x,r as ee,t as te}from"./customer-ulEM_4ZL.js";import{a as S,n as C,o as w,r as T,s as E}from"./status-Dn8GfDBH.js";import{i as D,m as O,n as k,t as A,u as j}from"./place-name-BEXgYO8N.js";var M=h(`
  query Invoice($id: ID!) {
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
        status
        invoiceDate
        dueDate
        paidOn
        periodFrom
        periodTo
        lateInterest
        notices
        net {
          amount
        }
        vat {
          amount
        }
        total {
          amount
        }
        paid {
          amount
        }
        openAmount {
          amount
        }
        rows {
          description
          category
          quantity
          unit
          unitPrice
          unitPriceGross
          periodFrom
          periodTo
          vatRate
          net {
            amount
          }
          gross {
            amount
          }
        }
        categories {
          category
          net {
            amount
          }
          gross {
            amount
          }
        }
        vatSpecification {
          rate
          net {
            amount
          }
          vat {
            amount
          }
          gross {
            amount
          }
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
        contract {
          id
          number
          startDate
          endDate
          noticeDays
          atEnd
          product {
            id
            name
          }
        }
        credits {
          id
          number
        }
        creditedBy {
          id
          number
        }
        payment {
          payee
          iban
          ibanText
          bic
          amount {
            amount
          }
          dueDate
          reference
          referenceText
          barCode
          barCodeWidths
          qrPath
          qrSize
        }
      }
    }
    retailer {
      name
      legalLinks {
        kind
        title
        url
        about
      }
    }
  }
`),N=h(`
  query InvoiceComparison($id: ID!, $from: Date!, $to: Date!, $yearBeforeFrom: Date!, $yearBeforeTo: Date!) {
    node(id: $id) {
      id
      ... on MeteringPoint {
        now: consumption(from: $from, to: $to, resolution: MONTH) {
          energyKwh
          quality
        }
        before: consumption(from: $yearBeforeFrom, to: $yearBeforeTo, resolution: MONTH) {
          energyKwh
          quality
        }
        comparison(from: $from, to: $to) {
          lastYear {
            change
            comparedDays
            days
          }
          similarHomes {
            status
            homes
            average
          }
        }
      }
    }
  }
`);function P({href:e,text:t}){return o(`p`,{class:`back`,children:o(`a`,{"data-up":!0,href:e,children:[o(p,{name:`left`}),t]})})}function F(){let{missing:e}=m(`billing`).invoice;u(e.title);let t=c();return o(`section`,{class:`prose`,children:[o(`h1`,{ref:t,tabIndex:-1,children:e.title}),o(`p`,{children:e.text}),o(`p`,{children:o(`a`,{class:`button`,href:d,children:e.all})})]})}var I=3e3;function L(t){let{label:i,value:a,words:s}=t,[c,l]=e(null),u=n(null);r(()=>{if(!c)return;let e=setTimeout(()=>l(null),I);return()=>clearTimeout(e)},[c]);async function d(){l(null);try{await navigator.clipboard.writeText(t.text??a),l(!0)}catch{u.current&&getSelection()?.selectAllChildren(u.current),l(!1)}}return o(`div`,{class:t.class?`copyable ${t.class}`:`copyable`,children:[o(`dt`,{children:i}),o(`dd`,{children:[o(`span`,{class:`copyable-value`,ref:u,children:a}),o(`button`,{type:`button`,class:`button button-quiet copyable-button`,"aria-label":s.copyWhat(i),onClick:()=>void d(),children:[c&&o(p,{name:`done`}),c?s.copied:s.copy]}),o(`span`,{class:c===!1?`hint`:`hidden`,role:`status`,children:c===null?``:c?s.copiedWhat(i):s.notCopied})]})]})}var R=10;function z(e){let t=R,n=``;return e.forEach((e,r)=>{r%2==0&&(n+=`M${t} 4h${e}V60h-${e}z`),t+=e}),{path:n,width:t+R}}function B({payment:e}){let t=m(`billing`).invoice.pay,{barCode:n}=e;return o(`section`,{class:`card pay`,"aria-labelledby":`pay-title`,children:[o(`h2`,{id:`pay-title`,children:t.title}),o(`dl`,{class:`pay-facts`,children:[o(L,{label:t.amount,value:y.value.money(e.amount.amount),text:U(e.amount.amount),words:t}),o(L,{label:t.dueDate,value:S(e.dueDate),words:t}),o(L,{label:t.reference,value:e.referenceText,text:e.reference,words:t}),o(L,{label:t.iban,value:e.ibanText,text:e.iban,words:t}),e.bic&&o(`div`,{class:`copyable`,children:[o(`dt`,{children:t.bic}),o(`dd`,{children:o(`span`,{class:`copyable-value`,children:e.bic})})]}),o(L,{label:t.payee,value:e.payee,words:t}),n&&o(L,{label:t.barCode,value:ne(n),text:n,words:t,class:`copyable-long`})]}),o(`div`,{class:`pay-codes`,children:[o(`h3`,{children:t.scan}),o(V,{payment:e,label:t.qrPicture}),e.barCodeWidths&&o(H,{widths:e.barCodeWidths,label:t.barPicture})]}),o(`p`,{class:`hint`,children:t.how})]})}function V({payment:e,label:t}){let{qrPath:n,qrSize:r}=e;return o(`svg`,{class:`paper qr`,viewBox:`0 0 ${r} ${r}`,role:`img`,"aria-label":t,"shape-rendering":`crispEdges`,children:o(`path`,{d:n})})}function H({widths:e,label:t}){let{path:n,width:r}=z(e);return o(`svg`,{class:`paper bar-code`,width:r,height:`64`,viewBox:`0 0 ${r} 64`,preserveAspectRatio:`none`,role:`img`,"aria-label":t,children:o(`path`,{d:n})})}function U(e){return Number(e).toFixed(2).replace(`.`,`,`)}function ne(e){return e.replace(/(\d{6})(?=\d)/g,`$1 `)}function W({invoice:e}){let t=m(`billing`).invoice,n=y.value,{total:r,paid:i,openAmount:a,credits:s,creditedBy:c}=e,u=Number(a.amount)>0,d=u&&a.amount!==r.amount,f=T(e);return o(`section`,{class:`card answer`,"aria-label":m(`billing`).list.amountLabel,children:[o(`p`,{class:`big`,children:[n.money(u?a.amount:r.amount),` `,o(`small`,{children:t.withVat})]}),o(`p`,{class:`answer-status status-${f.toLowerCase()}`,children:[o(C,{of:f}),o(`strong`,{children:G(e)})]}),d&&o(`p`,{children:t.partlyPaid(n.money(r.amount),n.money(i.amount))}),u&&e.lateInterest!==null&&o(`p`,{class:`muted`,children:(f===`OVERDUE`?t.interest:t.interestIfLate)(n.vatRate(e.lateInterest))}),u&&!e.payment&&o(`p`,{children:t.payElsewhere}),(s??c)&&o(`p`,{children:[s&&o(`a`,{href:l(s.id),children:t.credits(s.number)}),c&&o(`a`,{href:l(c.id),children:t.creditedBy(c.number)})]}),e.notices.length>0&&o(`div`,{class:`answer-notices`,children:[o(`h2`,{children:t.notices}),o(`ul`,{role:`list`,children:e.notices.map(e=>o(`li`,{children:e},e))})]})]})}function G(e){let t=m(`billing`).invoice,n=S(e.dueDate);switch(T(e)){case`OPEN`:return t.toPay(n);case`DUE`:return t.toPaySoon(n);case`OVERDUE`:return t.overdue(n);case`CREDITED`:return t.credited;case`CREDIT`:return t.credit;case`PAID`:return e.paidOn?t.paid(S(e.paidOn)):Number(e.paid.amount)>0?t.paidAlready:t.nothing}}function K({invoice:e,pointId:n}){let r=m(`billing`).invoice.compare,{periodFrom:i,periodTo:a}=e,c=t(()=>{let[e,t]=[v(i),D(v(a),1)];return{id:n,from:i,to:j(t),yearBeforeFrom:q(e),yearBeforeTo:q(t)}},[n,i,a]),l=b(N,c),u=l.data?.node,d=u&&`comparison`in u?u:null,p=v(i),h={level:`month`,year:p.year,month:p.month,day:1,quarters:!1};return o(`section`,{class:`card compare`,"aria-labelledby":`compare-title`,children:[o(`h2`,{id:`compare-title`,children:r.title}),l.failure&&o(f,{failure:l.failure,retry:l.retry,at:l.at}),d?o(J,{...d}):l.loading&&o(s,{children:o(`div`,{class:`bone bone-compare`})}),o(`p`,{children:o(`a`,{href:g(n)+O(h),children:r.open})})]})}function q({year:e,month:t,day:n}){return j(D({year:e-1,month:t,day:n},0))}function J({now:e,before:t,comparison:{lastYear:n,similarHomes:r}}){let a=m(`billing`).invoice.compare,s=r.status===`AVAILABLE`?r.average:null,c=[{name:a.now,kwh:e.energyKwh,partly:e.quality===`PARTIALLY_MISSING`,kind:`own`},{name:a.before,kwh:t.energyKwh,partly:t.quality===`PARTIALLY_MISSING`,kind:`previous`},...s===null?[]:[{name:a.similar,kwh:s,partly:!1,kind:`similar`}]],l=Math.max(...c.map(({kwh:e})=>e??0));return o(i,{children:[o(`p`,{class:`compare-answer`,children:Y(n)}),o(`dl`,{class:`compare-bars`,children:c.map(({name:e,kwh:t,partly:n,kind:r})=>o(`div`,{children:[o(`dt`,{children:[e,n&&o(`span`,{class:`muted`,children:[` (`,a.someMissing,`)`]})]}),o(`dd`,{children:[o(`span`,{class:`compare-track`,children:t!==null&&l>0&&o(`span`,{class:`compare-bar compare-${r}`,style:{width:`${Math.max(.5,t/l*100)}%`}})}),o(`span`,{class:`compare-value`,children:t===null?a.unknown:y.value.energy(t)})]})]},r))}),o(`p`,{class:`hint`,children:X(n,r)})]})}function Y({change:e}){let t=m(`billing`).invoice.compare;if(e===null)return t.noLastYear;if(Math.abs(e)<.005)return t.same;let n=y.value.percent(Math.abs(e));return e<0?t.less(n):t.more(n)}function X(e,t){let n=m(`billing`).invoice.compare,r=[];return e.change!==null&&e.comparedDays<e.days&&r.push(n.partly(e.comparedDays)),t.status===`AVAILABLE`&&t.homes!==null&&r.push(n.homes(t.homes)),r.join(` `)}function Z({invoice:e}){let t=m(`billing`).invoice.details,{contract:n,meteringPoint:r}=e;return o(`section`,{class:`card`,"aria-labelledby":`details-title`,children:[o(`h2`,{id:`details-title`,children:t.title}),o(`dl`,{class:`facts`,children:[n&&o(i,{children:[o(Q,{label:t.product,children:n.product.name}),o(Q,{label:t.contract,children:n.number}),o(Q,{label:t.validity,children:re(n)}),n.noticeDays!==null&&o(Q,{label:t.notice,children:t.noticeDays(n.noticeDays)})]}),r?o(i,{children:[o(Q,{label:t.place,children:[r.address.street,`, `,r.address.postalCode,` `,r.address.city]}),o(Q,{label:t.gsrn,children:r.gsrn})]}):o(Q,{label:t.place,children:t.several}),o(Q,{label:t.period,children:E(e.periodFrom,e.periodTo)}),o(Q,{label:t.made,children:S(e.invoiceDate)}),o(Q,{label:e.kind===`CREDIT_NOTE`?t.creditNumber:t.number,children:e.number})]})]})}function Q({label:e,children:t}){return o(`div`,{children:[o(`dt`,{children:e}),o(`dd`,{children:t})]})}function re({startDate:e,endDate:t,atEnd:n}){let r=m(`billing`).invoice.details;if(!t)return r.tillFurther(S(e));let i=r.fixed(S(e),S(t));return n?`${i}, ${n===`ENDS`?r.ends:r.continues}`:i}function ie({links:e}){let t=m(`billing`).invoice.help,n=x.value?.kind===`COMPANY`?[`CONSUMER_ADVICE`,`CONSUMER_DISPUTES`]:[`BUSINESS_DISPUTES`];return o(`section`,{class:`card`,"aria-labelledby":`help-title`,children:[o(`h2`,{id:`help-title`,children:t.title}),o(`p`,{class:`muted`,children:t.unsure}),o(`ul`,{role:`list`,class:`help`,children:e.filter(({kind:e})=>!n.includes(e)).map(({title:e,url:t,about:n})=>o(`li`,{children:[o(`a`,{href:t,target:`_blank`,rel:`noopener`,children:[e,o(`span`,{class:`hidden`,children:[` `,m(`billing`).invoice.newTab]})]}),o(`span`,{class:`hint`,children:n})]},t))})]})}function ae(e){return e.categories.map(({category:t,net:n,gross:r})=>({category:t,net:n.amount,gross:r.amount,rows:e.rows.filter(e=>e.category===t)})).filter(({rows:e})=>e.length>0)}function oe(e){return e.every(({unitPrice:e,unitPriceGross:t})=>t!==null||e===null)}function $(e,t,n){let r=t?e.unitPriceGross:e.unitPrice;if(r===null)return null;let i=Number(r);return e.unit===`kWh`?`${n.decimal(i*100,2,4)}\u00a0c/kWh`:e.unit?`${n.money(i)}/${e.unit}`:n.money(i)}function se({invoice:e}){let{rows:t,withVatShort:n,withoutVat:r}=m(`billing`).invoice,i=y.value,a=oe(e.rows),s=a?n:r;return o(`section`,{class:`card rows`,"aria-labelledby":`rows-title`,children:[o(`h2`,{id:`rows-title`,children:t.title}),o(`p`,{class:`rows-line`,children:t.note}),o(`table`,{class:`rows-table`,children:[o(`thead`,{children:o(`tr`,{children:[o(`th`,{scope:`col`,children:t.what}),o(`th`,{scope:`col`,class:`number`,children:t.quantity}),o(`th`,{scope:`col`,class:`number`,children:[t.unitPrice,`, `,s]}),o(`th`,{scope:`col`,class:`number`,children:t.net}),o(`th`,{scope:`col`,class:`number`,children:t.vatRate}),o(`th`,{scope:`col`,class:`number`,children:t.gross})]})}),ae(e).map(({category:n,net:r,gross:c,rows:l})=>o(`tbody`,{children:[o(`tr`,{class:`rows-group`,children:[o(`th`,{scope:`rowgroup`,colSpan:3,children:t.categories[n]}),o(`td`,{class:`number rows-net`,children:i.money(r)}),o(`td`,{}),o(`td`,{class:`number rows-gross`,children:i.money(c)})]}),l.map((t,n)=>o(ce,{row:t,price:$(t,a,i),vatNote:s,invoice:e},n))]},n)),o(`tfoot`,{children:o(`tr`,{children:[o(`th`,{scope:`row`,colSpan:3,children:t.total}),o(`td`,{class:`number rows-net`,children:e.net&&i.money(e.net.amount)}),o(`td`,{}),o(`td`,{class:`number rows-gross`,children:i.money(e.total.amount)})]})})]}),o(le,{invoice:e})]})}function ce(e){let t=m(`billing`).invoice,n=y.value,{row:r,price:i,invoice:a}=e,s=r.quantity===null?null:`${n.decimal(r.quantity,0,3)}\u00a0${r.unit??``}`.trim(),c=[s,i&&`${i} ${e.vatNote}`].filter(Boolean).join(` × `),l=r.periodFrom&&r.periodTo&&(r.periodFrom!==a.periodFrom||r.periodTo!==a.periodTo);return o(`tr`,{children:[o(`th`,{scope:`row`,children:[o(`span`,{class:`rows-name`,children:r.description}),l&&r.periodFrom&&r.periodTo&&o(`span`,{class:`point-address`,children:E(r.periodFrom,r.periodTo)}),c&&o(`span`,{class:`rows-line`,children:c}),o(`span`,{class:`rows-line`,children:[t.withoutVat,` `,n.money(r.net.amount),`, `,t.rows.vatOf(n.vatRate(r.vatRate))]})]}),o(`td`,{class:`number rows-quantity`,children:s??`–`}),o(`td`,{class:`number rows-price`,children:i??`–`}),o(`td`,{class:`number rows-net`,children:n.money(r.net.amount)}),o(`td`,{class:`number rows-rate`,children:n.vatRate(r.vatRate)}),o(`td`,{class:`number rows-gross`,children:n.money(r.gross.amount)})]})}function le({invoice:e}){let t=m(`billing`).invoice.rows,n=y.value;return e.vatSpecification.length?o(`table`,{class:`rows-vat`,children:[o(`caption`,{children:t.vatTitle}),o(`thead`,{children:o(`tr`,{children:[o(`th`,{scope:`col`,children:t.vatRate}),o(`th`,{scope:`col`,class:`number`,children:t.net}),o(`th`,{scope:`col`,class:`number`,children:t.vat}),o(`th`,{scope:`col`,class:`number`,children:t.gross})]})}),o(`tbody`,{children:e.vatSpecification.map(({rate:e,net:r,vat:i,gross:a})=>o(`tr`,{children:[o(`th`,{scope:`row`,children:n.vatRate(e)}),o(`td`,{class:`number`,"data-label":t.net,children:n.money(r.amount)}),o(`td`,{class:`number`,"data-label":t.vat,children:n.money(i.amount)}),o(`td`,{class:`number`,"data-label":t.gross,children:n.money(a.amount)})]},e))})]}):null}function ue({params:e}){let t=b(M,{id:e.invoiceId??``},{spoken:!0});t.data&&!t.data.viewer&&queueMicrotask(_);let n=t.data?.node,r=n&&`number`in n?n:null;return t.data?.viewer&&!r?o(F,{}):o(i,{children:[o(P,{href:d,text:m(`billing`).list.title}),t.failure&&o(f,{failure:t.failure,retry:t.retry,at:t.at}),r&&t.data?o(de,{invoice:r,links:t.data.retailer.legalLinks}):t.loading&&o(fe,{})]})}function de({invoice:e,links:t}){let n=m(`billing`),r=c(),{meteringPoint:s}=e,l=w(e.periodFrom,e.periodTo),d=e.kind===`CREDIT_NOTE`?n.list.creditNote:n.list.invoice;u(`${d}, ${l}`);let f=ee.value.find(({meteringPoints:e})=>e.nodes.some(({id:e})=>e===s?.id));a(()=>{f&&f!==x.peek()&&te(f.id)},[f]);let p=o(i,{children:[o(Z,{invoice:e}),o(ie,{links:t})]});return o(i,{children:[o(`h1`,{ref:r,tabIndex:-1,class:`invoice-title`,children:[d,`, `,l,o(`span`,{class:`h1-of`,children:s?`${k(s)}, ${A(s)}`:n.list.severalPlaces})]}),o(`div`,{class:`invoice`,children:[o(W,{invoice:e}),e.payment&&o(B,{payment:e.payment}),o(`div`,{class:`invoice-rest`,children:[o(se,{invoice:e}),s&&o(K,{invoice:e,pointId:s.id}),e.payment&&p]}),!e.payment&&o(`div`,{class:`invoice-side`,children:p})]})]})}function fe(){return o(s,{children:[o(`div`,{class:`bone bone-h1`}),o(`div`,{class:`invoice`,children:[o(`div`,{class:`card bone-answer`,children:[o(`div`,{class:`bone bone-big`}),o(`div`,{class:`bone bone-line`})]}),o(`div`,{class:`card pay bone-card`}),o(`div`,{class:`invoice-rest`,children:o(`div`,{class:`card bone-card`})})]})]})}export{ue as Page};