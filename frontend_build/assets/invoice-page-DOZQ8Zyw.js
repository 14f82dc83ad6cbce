import{d as e,f as t,l as n,o as r,p as i,s as a,t as o}from"./preact-DiQsbUql.js";import{H as s,I as c,J as l,P as u,Q as d,T as f,U as p,V as m,g as h,s as g,tt as _}from"./app-WgkoDno2.js";import{a as v,c as y,d as b,f as x,l as S,o as C,p as w,s as T,u as E}from"./data-DKIEJbCy.js";import{a as D,c as O,d as k,i as A,l as j,r as ee,s as M,t as N,u as P}from"./invoicing-z6oYkMM4.js";import{c as F,n as I,p as L}from"./period-atnWhmIW.js";var R=h(`
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
        accruedLateInterest {
          amount
        }
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
        document {
          url
          mediaType
        }
        verification {
          status
          difference {
            amount
          }
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
      email
      phones {
        number
      }
      legalLinks {
        kind
        title
        url
        about
      }
    }
  }
`),z=h(`
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
`),B=3e3;function V(t){let{label:i,value:a,words:s}=t,[c,l]=e(null),u=n(null);r(()=>{if(!c)return;let e=setTimeout(()=>l(null),B);return()=>clearTimeout(e)},[c]);async function d(){l(null);try{await navigator.clipboard.writeText(t.text??a),l(!0)}catch{u.current&&getSelection()?.selectAllChildren(u.current),l(!1)}}return o(`div`,{class:t.class?`copyable ${t.class}`:`copyable`,children:[o(`dt`,{children:i}),o(`dd`,{children:[o(`span`,{class:`copyable-value`,ref:u,children:a}),o(`button`,{type:`button`,class:`button button-quiet copyable-button`,"aria-label":s.copyWhat(i),onClick:()=>void d(),children:[c&&o(w,{name:`done`}),c?s.copied:s.copy]}),o(`span`,{class:c===!1?`hint`:`hidden`,role:`status`,children:c===null?``:c?s.copiedWhat(i):s.notCopied})]})]})}var H=10;function U(e){let t=H,n=``;return e.forEach((e,r)=>{r%2==0&&(n+=`M${t} 4h${e}V60h-${e}z`),t+=e}),{path:n,width:t+H}}function W({payment:e}){let t=_(`billing`).invoice.pay,{barCode:n}=e;return o(`section`,{class:`card pay`,"aria-labelledby":`pay-title`,children:[o(`h2`,{id:`pay-title`,children:t.title}),o(`dl`,{class:`pay-facts`,children:[o(V,{label:t.amount,value:T.value.money(e.amount.amount),text:q(e.amount.amount),words:t}),o(V,{label:t.dueDate,value:M(e.dueDate),words:t}),o(V,{label:t.reference,value:e.referenceText,text:e.reference,words:t}),o(V,{label:t.iban,value:e.ibanText,text:e.iban,words:t}),e.bic&&o(`div`,{class:`copyable`,children:[o(`dt`,{children:t.bic}),o(`dd`,{children:o(`span`,{class:`copyable-value`,children:e.bic})})]}),o(V,{label:t.payee,value:e.payee,words:t}),n&&o(V,{label:t.barCode,value:J(n),text:n,words:t,class:`copyable-long`})]}),o(`div`,{class:`pay-codes`,children:[o(`h3`,{children:t.scan}),o(G,{payment:e,label:t.qrPicture}),e.barCodeWidths&&o(K,{widths:e.barCodeWidths,label:t.barPicture})]}),o(`p`,{class:`hint`,children:t.how})]})}function G({payment:e,label:t}){let{qrPath:n,qrSize:r}=e;return o(`svg`,{class:`paper qr`,viewBox:`0 0 ${r} ${r}`,role:`img`,"aria-label":t,"shape-rendering":`crispEdges`,children:o(`path`,{d:n})})}function K({widths:e,label:t}){let{path:n,width:r}=U(e);return o(`svg`,{class:`paper bar-code`,width:r,height:`64`,viewBox:`0 0 ${r} 64`,preserveAspectRatio:`none`,role:`img`,"aria-label":t,children:o(`path`,{d:n})})}function q(e){return Number(e).toFixed(2).replace(`.`,`,`)}function J(e){return e.replace(/(\d{6})(?=\d)/g,`$1 `)}function Y({invoice:e}){let t=_(`billing`).invoice,n=T.value,{total:r,paid:i,openAmount:a,credits:s,creditedBy:l}=e,u=Number(a.amount)>0,d=u&&a.amount!==r.amount,f=A(e);return o(`section`,{class:`card answer`,"aria-label":_(`billing`).list.amountLabel,children:[o(`p`,{class:`big`,children:[n.money(u?a.amount:r.amount),` `,o(`small`,{children:t.withVat})]}),o(`p`,{class:`answer-status status-${f.toLowerCase()}`,children:[o(ee,{of:f}),o(`strong`,{children:te(e)})]}),d&&o(`p`,{children:t.partlyPaid(n.money(r.amount),n.money(i.amount))}),u&&e.lateInterest!==null&&o(`p`,{class:`muted`,children:[(f===`OVERDUE`?t.interest:t.interestIfLate)(n.vatRate(e.lateInterest)),e.accruedLateInterest&&` ${t.interestAccrued(n.money(e.accruedLateInterest.amount))}`]}),u&&!e.payment&&o(`p`,{children:t.payElsewhere}),(s??l)&&o(`p`,{children:[s&&o(`a`,{href:c(s.id),children:t.credits(s.number)}),l&&o(`a`,{href:c(l.id),children:t.creditedBy(l.number)})]}),e.notices.length>0&&o(`div`,{class:`answer-notices`,children:[o(`h2`,{children:t.notices}),o(`ul`,{role:`list`,children:e.notices.map(e=>o(`li`,{children:e},e))})]}),e.kind===`INVOICE`&&o(X,{invoice:e}),o(`p`,{children:o(`a`,{class:`button button-quiet`,href:e.document.url,target:`_blank`,rel:`noopener`,children:[t.open,e.document.mediaType===`application/pdf`&&` (PDF)`,o(`span`,{class:`hidden`,children:[` `,t.newTab]})]})})]})}function X({invoice:e}){let{inShort:t,link:n}=_(`billing`).verify,{status:r,difference:i}=e.verification;return o(`p`,{class:`answer-verified`,children:[o(D,{of:r}),o(`span`,{children:[r===`DIFFERS`?t.DIFFERS(T.value.money(Math.abs(Number(i?.amount??0)))):t[r],` `,o(`a`,{href:m(e.id),children:n})]})]})}function te(e){let t=_(`billing`).invoice,n=M(e.dueDate);switch(A(e)){case`OPEN`:return t.toPay(n);case`DUE`:return t.toPaySoon(n);case`OVERDUE`:return t.overdue(n);case`CREDITED`:return t.credited;case`CREDIT`:return t.credit;case`PAID`:return e.paidOn?t.paid(M(e.paidOn)):Number(e.paid.amount)>0?t.paidAlready:t.nothing}}function Z({invoice:e,pointId:n}){let r=_(`billing`).invoice.compare,{periodFrom:i,periodTo:a}=e,s=t(()=>{let[e,t]=[y(i),I(y(a),1)];return{id:n,from:i,to:F(t),yearBeforeFrom:Q(e),yearBeforeTo:Q(t)}},[n,i,a]),c=S(z,s),f=c.data?.node,p=f&&`comparison`in f?f:null,m=y(i),h={level:`month`,year:m.year,month:m.month,day:1,quarters:!1};return o(`section`,{class:`card compare`,"aria-labelledby":`compare-title`,children:[o(`h2`,{id:`compare-title`,children:r.title}),c.failure&&o(l,{failure:c.failure,retry:c.retry,at:c.at}),p?o(ne,{...p}):c.loading&&o(d,{children:o(`div`,{class:`bone bone-compare`})}),o(`p`,{children:o(`a`,{href:u(n)+L(h),children:r.open})})]})}function Q({year:e,month:t,day:n}){return F(I({year:e-1,month:t,day:n},0))}function ne({now:e,before:t,comparison:{lastYear:n,similarHomes:r}}){let a=_(`billing`).invoice.compare,s=r.status===`AVAILABLE`?r.average:null,c=[{name:a.now,kwh:e.energyKwh,partly:e.quality===`PARTIALLY_MISSING`,kind:`own`},{name:a.before,kwh:t.energyKwh,partly:t.quality===`PARTIALLY_MISSING`,kind:`previous`},...s===null?[]:[{name:a.similar,kwh:s,partly:!1,kind:`similar`}]],l=Math.max(...c.map(({kwh:e})=>e??0));return o(i,{children:[o(`p`,{class:`compare-answer`,children:re(n)}),o(`dl`,{class:`compare-bars`,children:c.map(({name:e,kwh:t,partly:n,kind:r})=>o(`div`,{children:[o(`dt`,{children:[e,n&&o(`span`,{class:`muted`,children:[` (`,a.someMissing,`)`]})]}),o(`dd`,{children:[o(`span`,{class:`compare-track`,children:t!==null&&l>0&&o(`span`,{class:`compare-bar compare-${r}`,style:{width:`${Math.max(.5,t/l*100)}%`}})}),o(`span`,{class:`compare-value`,children:t===null?a.unknown:T.value.energy(t)})]})]},r))}),o(`p`,{class:`hint`,children:ie(n,r)})]})}function re({change:e}){let t=_(`billing`).invoice.compare;if(e===null)return t.noLastYear;if(Math.abs(e)<.005)return t.same;let n=T.value.percent(Math.abs(e));return e<0?t.less(n):t.more(n)}function ie(e,t){let n=_(`billing`).invoice.compare,r=[];return e.change!==null&&e.comparedDays<e.days&&r.push(n.partly(e.comparedDays)),t.status===`AVAILABLE`&&t.homes!==null&&r.push(n.homes(t.homes)),r.join(` `)}function ae({invoice:e}){let t=_(`billing`).invoice.details,{contract:n,meteringPoint:r}=e;return o(`section`,{class:`card`,"aria-labelledby":`details-title`,children:[o(`h2`,{id:`details-title`,children:t.title}),o(`dl`,{class:`facts`,children:[n&&o(i,{children:[o($,{label:t.product,children:n.product.name}),o($,{label:t.contract,children:n.number}),o($,{label:t.validity,children:oe(n)}),n.noticeDays!==null&&o($,{label:t.notice,children:t.noticeDays(n.noticeDays)})]}),r?o(i,{children:[o($,{label:t.place,children:[r.address.street,`, `,r.address.postalCode,` `,r.address.city]}),o($,{label:t.gsrn,children:r.gsrn})]}):o($,{label:t.place,children:t.several}),o($,{label:t.period,children:j(e.periodFrom,e.periodTo)}),o($,{label:t.made,children:M(e.invoiceDate)}),o($,{label:e.kind===`CREDIT_NOTE`?t.creditNumber:t.number,children:e.number})]})]})}function $({label:e,children:t}){return o(`div`,{children:[o(`dt`,{children:e}),o(`dd`,{children:t})]})}function oe({startDate:e,endDate:t,atEnd:n}){let r=_(`billing`).invoice.details;if(!t)return r.tillFurther(M(e));let i=r.fixed(M(e),M(t));return n?`${i}, ${n===`ENDS`?r.ends:r.continues}`:i}function se({retailer:{email:e,phones:t,legalLinks:n}}){let r=_(`billing`).invoice.help,a=b.value?.kind===`COMPANY`?[`CONSUMER_ADVICE`,`CONSUMER_DISPUTES`]:[`BUSINESS_DISPUTES`];return o(`section`,{class:`card`,"aria-labelledby":`help-title`,children:[o(`h2`,{id:`help-title`,children:r.title}),o(`p`,{children:[r.unsure,` `,o(`a`,{href:`mailto:${e}`,children:e}),t[0]&&o(i,{children:[`, `,o(`a`,{href:`tel:${t[0].number.replace(/\s/g,``)}`,children:t[0].number})]})]}),o(`ul`,{role:`list`,class:`help`,children:n.filter(({kind:e})=>!a.includes(e)).map(({title:e,url:t,about:n})=>o(`li`,{children:[o(`a`,{href:t,target:`_blank`,rel:`noopener`,children:[e,o(`span`,{class:`hidden`,children:[` `,_(`billing`).invoice.newTab]})]}),o(`span`,{class:`hint`,children:n})]},t))})]})}function ce(e){return e.categories.map(({category:t,net:n,gross:r})=>({category:t,net:n.amount,gross:r.amount,rows:e.rows.filter(e=>e.category===t)})).filter(({rows:e})=>e.length>0)}function le({categories:e,total:t}){return N(t.amount)-e.reduce((e,{gross:t})=>e+N(t.amount),0)}function ue(e){return e.every(({unitPrice:e,unitPriceGross:t})=>t!==null||e===null)}function de(e,t,n){let r=t?e.unitPriceGross:e.unitPrice;if(r===null)return null;let i=Number(r);return e.unit===`kWh`?`${n.decimal(i*100,2,4)}\u00a0c/kWh`:e.unit?`${n.money(i)}/${e.unit}`:n.money(i)}function fe({invoice:e}){let{rows:t,withVatShort:n,withoutVat:r}=_(`billing`).invoice,i=T.value,a=le(e),s=ue(e.rows),c=s?n:r;return o(`section`,{class:`card rows`,"aria-labelledby":`rows-title`,children:[o(`h2`,{id:`rows-title`,children:t.title}),o(`p`,{class:`rows-line`,children:t.note}),o(`table`,{class:`rows-table`,children:[o(`thead`,{children:o(`tr`,{children:[o(`th`,{scope:`col`,children:t.what}),o(`th`,{scope:`col`,class:`number`,children:t.quantity}),o(`th`,{scope:`col`,class:`number`,children:[t.unitPrice,`, `,c]}),o(`th`,{scope:`col`,class:`number`,children:t.net}),o(`th`,{scope:`col`,class:`number`,children:t.vatRate}),o(`th`,{scope:`col`,class:`number`,children:t.gross})]})}),ce(e).map(({category:n,net:r,gross:a,rows:l})=>o(`tbody`,{children:[o(`tr`,{class:`rows-group`,children:[o(`th`,{scope:`rowgroup`,colSpan:3,children:t.categories[n]}),o(`td`,{class:`number rows-net`,children:i.money(r)}),o(`td`,{}),o(`td`,{class:`number rows-gross`,children:i.money(a)})]}),l.map((t,n)=>o(pe,{row:t,price:de(t,s,i),vatNote:c,invoice:e},n))]},n)),o(`tfoot`,{children:[a!==0&&o(`tr`,{class:`rows-rounding`,children:[o(`th`,{scope:`row`,colSpan:5,children:[t.rounded,o(`span`,{class:`point-address`,children:t.rounding})]}),o(`td`,{class:`number rows-gross`,children:i.money(a/100)})]}),o(`tr`,{children:[o(`th`,{scope:`row`,colSpan:3,children:t.total}),o(`td`,{class:`number rows-net`,children:e.net&&i.money(e.net.amount)}),o(`td`,{}),o(`td`,{class:`number rows-gross`,children:i.money(e.total.amount)})]})]})]}),o(me,{invoice:e})]})}function pe(e){let t=_(`billing`).invoice,n=T.value,{row:r,price:i,invoice:a}=e,s=r.quantity===null?null:`${n.decimal(r.quantity,0,3)}\u00a0${r.unit??``}`.trim(),c=[s,i&&`${i} ${e.vatNote}`].filter(Boolean).join(` × `),l=r.periodFrom&&r.periodTo&&(r.periodFrom!==a.periodFrom||r.periodTo!==a.periodTo);return o(`tr`,{children:[o(`th`,{scope:`row`,children:[o(`span`,{class:`rows-name`,children:r.description}),l&&r.periodFrom&&r.periodTo&&o(`span`,{class:`point-address`,children:j(r.periodFrom,r.periodTo)}),c&&o(`span`,{class:`rows-line`,children:c}),o(`span`,{class:`rows-line`,children:[t.withoutVat,` `,n.money(r.net.amount),`, `,t.rows.vatOf(n.vatRate(r.vatRate))]})]}),o(`td`,{class:`number rows-quantity`,children:s??`–`}),o(`td`,{class:`number rows-price`,children:i??`–`}),o(`td`,{class:`number rows-net`,children:n.money(r.net.amount)}),o(`td`,{class:`number rows-rate`,children:n.vatRate(r.vatRate)}),o(`td`,{class:`number rows-gross`,children:n.money(r.gross.amount)})]})}function me({invoice:e}){let t=_(`billing`).invoice.rows,n=T.value;return e.vatSpecification.length?o(`table`,{class:`rows-vat`,children:[o(`caption`,{children:t.vatTitle}),o(`thead`,{children:o(`tr`,{children:[o(`th`,{scope:`col`,children:t.vatRate}),o(`th`,{scope:`col`,class:`number`,children:t.net}),o(`th`,{scope:`col`,class:`number`,children:t.vat}),o(`th`,{scope:`col`,class:`number`,children:t.gross})]})}),o(`tbody`,{children:e.vatSpecification.map(({rate:e,net:r,vat:i,gross:a})=>o(`tr`,{children:[o(`th`,{scope:`row`,children:n.vatRate(e)}),o(`td`,{class:`number`,"data-label":t.net,children:n.money(r.amount)}),o(`td`,{class:`number`,"data-label":t.vat,children:n.money(i.amount)}),o(`td`,{class:`number`,"data-label":t.gross,children:n.money(a.amount)})]},e))})]}):null}function he({params:e}){let t=S(R,{id:e.invoiceId??``},{spoken:!0});t.data&&!t.data.viewer&&queueMicrotask(g);let n=t.data?.node,r=n&&`number`in n?n:null;return t.data?.viewer&&!r?o(k,{}):o(i,{children:[o(P,{href:f,text:_(`billing`).list.title}),t.failure&&o(l,{failure:t.failure,retry:t.retry,at:t.at}),r&&t.data?o(ge,{invoice:r,retailer:t.data.retailer}):t.loading&&o(_e,{})]})}function ge({invoice:e,retailer:t}){let n=_(`billing`),r=s(),{meteringPoint:c}=e,l=O(e.periodFrom,e.periodTo),u=e.kind===`CREDIT_NOTE`?n.list.creditNote:n.list.invoice;p(`${u}, ${l}`);let d=x.value.find(({meteringPoints:e})=>e.nodes.some(({id:e})=>e===c?.id));a(()=>{d&&d!==b.peek()&&E(d.id)},[d]);let f=o(i,{children:[o(ae,{invoice:e}),o(se,{retailer:t})]});return o(i,{children:[o(`h1`,{ref:r,tabIndex:-1,class:`invoice-title`,children:[u,`, `,l,o(`span`,{class:`h1-of`,children:c?`${C(c)}, ${v(c)}`:n.list.severalPlaces})]}),o(`div`,{class:`invoice`,children:[o(Y,{invoice:e}),e.payment&&o(W,{payment:e.payment}),o(`div`,{class:`invoice-rest`,children:[o(fe,{invoice:e}),c&&o(Z,{invoice:e,pointId:c.id}),e.payment&&f]}),!e.payment&&o(`div`,{class:`invoice-side`,children:f})]})]})}function _e(){return o(d,{children:[o(`div`,{class:`bone bone-h1`}),o(`div`,{class:`invoice`,children:[o(`div`,{class:`card bone-answer`,children:[o(`div`,{class:`bone bone-big`}),o(`div`,{class:`bone bone-line`})]}),o(`div`,{class:`card pay bone-card`}),o(`div`,{class:`invoice-rest`,children:o(`div`,{class:`card bone-card`})})]})]})}export{he as Page};