//! A plan as others hold it: behind a trait, so that what it takes to work it
//! out, write it, compare it and let it go comes with whoever makes one. On the
//! page that is the second part of the program (`src/ui/later.rs`): there is no
//! plan before that is there, and the first view stays as small as it was.

use crate::model::costs::Costs;
use crate::model::financing::{AMOUNTS, Financing, Funder, Load, Pays, financing};
use crate::model::issue::{Issue, Problem};
use crate::model::parameter::Unit;
use crate::model::party::Party;
use crate::model::quantity::{Euro, Share};
use crate::model::years::Year;
use serde::{Serialize, Serializer};
use std::fmt::{Debug, Formatter, Result};
use std::ops::Deref;
use std::rc::Rc;

/// Who pays what and until when; nobody where there is no plan.
#[derive(Clone, Default)]
pub struct Plan(Option<Rc<dyn Funding>>);

/// What a plan does for those who hold it.
trait Funding {
    fn funders(&self) -> &[Funder];
    fn same(&self, other: &[Funder]) -> bool;
    fn load(&self, party: Party, year: u32) -> Load;
    fn work_out(&self, costs: &Costs, years: &[Year]) -> Worked;
    fn issues(&self, written: fn(f64) -> String) -> Vec<Issue>;
    fn with_amounts(&self, change: &mut dyn FnMut(&mut f64)) -> Plan;
    fn text(&self) -> String;
}

struct Funders {
    all: Vec<Funder>,
    text: fn(&[Funder]) -> String,
}

impl Plan {
    /// A plan of these funders, none where there are none. `text` writes them
    /// for whoever keeps them: the model knows no notation.
    pub fn new(all: Vec<Funder>, text: fn(&[Funder]) -> String) -> Plan {
        if all.is_empty() { Plan(None) } else { Plan(Some(Rc::new(Funders { all, text }))) }
    }

    /// Whether there is one.
    pub fn is_there(&self) -> bool {
        self.0.is_some()
    }

    /// What a party bears, in a year counted from 1; none without a plan.
    pub fn load(&self, party: Party, year: u32) -> Option<Load> {
        self.0.as_ref().map(|plan| plan.load(party, year))
    }

    /// The plan against these costs; none without a plan.
    pub fn work_out(&self, costs: &Costs, years: &[Year]) -> Option<Worked> {
        self.0.as_ref().map(|plan| plan.work_out(costs, years))
    }

    /// Amounts that are out of bounds, such as after a change of the price
    /// year; reading and typing check everything else.
    pub fn issues(&self, written: fn(f64) -> String) -> Vec<Issue> {
        self.0.as_ref().map_or_else(Vec::new, |plan| plan.issues(written))
    }

    /// The same plan with every amount changed so.
    pub fn with_amounts(&self, change: &mut dyn FnMut(&mut f64)) -> Plan {
        self.0.as_ref().map_or_else(Plan::default, |plan| plan.with_amounts(change))
    }

    /// The plan as text; none without a plan.
    pub fn text(&self) -> Option<String> {
        self.0.as_ref().map(|plan| plan.text())
    }
}

impl Deref for Plan {
    type Target = [Funder];
    fn deref(&self) -> &[Funder] {
        self.0.as_ref().map_or(&[], |plan| plan.funders())
    }
}

impl PartialEq for Plan {
    fn eq(&self, other: &Plan) -> bool {
        match (&self.0, &other.0) {
            (None, None) => true,
            (Some(one), Some(_)) => one.same(other),
            _ => false,
        }
    }
}

impl Debug for Plan {
    fn fmt(&self, to: &mut Formatter) -> Result {
        (**self).fmt(to)
    }
}

impl Funding for Funders {
    fn funders(&self) -> &[Funder] {
        &self.all
    }

    fn same(&self, other: &[Funder]) -> bool {
        self.all == other
    }

    fn load(&self, party: Party, year: u32) -> Load {
        let mut load = Load::default();
        for funder in self.all.iter().filter(|funder| funder.party == party && funder.pays_in(year)) {
            match funder.pays {
                Pays::Amount(amount) => load.amount = load.amount + amount,
                Pays::Share(share) => load.share = Share::new(load.share.fraction() + share.fraction()),
            }
        }
        load
    }

    fn work_out(&self, costs: &Costs, years: &[Year]) -> Worked {
        Worked(Rc::new(financing(&self.all, costs, years)))
    }

    fn issues(&self, written: fn(f64) -> String) -> Vec<Issue> {
        let issue = |(place, funder): (usize, &Funder)| {
            let Pays::Amount(amount) = funder.pays else { return None };
            let ((low, high), amount) = (AMOUNTS, amount.euros());
            let problem = Problem::OutOfLimits { low, high, unit: Unit::Euro };
            let outside = !(low..=high).contains(&amount);
            outside.then(|| Issue::new(format!("plan[{place}].amount"), written(amount), problem))
        };
        self.all.iter().enumerate().filter_map(issue).collect()
    }

    fn with_amounts(&self, change: &mut dyn FnMut(&mut f64)) -> Plan {
        let mut all = self.all.clone();
        for funder in &mut all {
            if let Pays::Amount(amount) = &mut funder.pays {
                let mut euros = amount.euros();
                change(&mut euros);
                *amount = Euro::new(euros);
            }
        }
        Plan::new(all, self.text)
    }

    fn text(&self) -> String {
        (self.text)(&self.all)
    }
}

/// A plan that was worked out.
#[derive(Clone)]
pub struct Worked(Rc<dyn Gives>);

trait Gives {
    fn financing(&self) -> &Financing;
}

impl Gives for Financing {
    fn financing(&self) -> &Financing {
        self
    }
}

impl Deref for Worked {
    type Target = Financing;
    fn deref(&self) -> &Financing {
        self.0.financing()
    }
}

impl PartialEq for Worked {
    fn eq(&self, other: &Worked) -> bool {
        **self == **other
    }
}

impl Debug for Worked {
    fn fmt(&self, to: &mut Formatter) -> Result {
        (**self).fmt(to)
    }
}

impl Serialize for Worked {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}
