import{G as e,H as t,V as n,X as r,et as i,g as a,o,x as s}from"./app--XdLNIMd.js";import{l as c}from"./data-0wsBdGin.js";import{r as l}from"./form-BHw-gNnb.js";import{t as u}from"./phones-DAELRFWe.js";import{t as d}from"./preact-DiQsbUql.js";var f=a(`
  query CustomerService {
    retailer {
      phones {
        name
        number
        openingHours
      }
    }
  }
`),p={peruttu:`cancelled`,vanhentunut:`expired`,"ei-vastausta":`noAnswer`,hylatty:`refused`,"eri-henkilo":`otherPerson`,lukittu:`locked`};function m(){let a=i(`identification`),m=p[e.value.query.get(`syy`)??``]??`refused`,{title:h,text:g,next:_}=a.reasons[m],v=o.value.status===`in`,y=n(),{data:b}=c(f,{},{spoken:!0});return t(h),o.value.status===`unknown`?d(r,{}):d(`section`,{class:`form-page`,children:[d(`h1`,{ref:y,tabIndex:-1,children:h}),d(`p`,{children:g}),d(`p`,{children:_}),v?d(`a`,{class:`button button-wide`,href:s,children:a.toDetails}):m!==`locked`&&d(`div`,{class:`card form`,children:[d(l,{purpose:`SIGN_IN`,returnTo:`/`,label:a.again}),d(`a`,{class:`button button-quiet button-wide`,href:`/kirjaudu`,children:a.otherWay})]}),b&&d(`section`,{class:`service`,children:[d(`h2`,{class:`part-title`,children:a.service}),d(u,{phones:b.retailer.phones})]})]})}export{m as Page};