use flowsmith::{Call, StepError, Value, flow};

flow!("signature.yaml");

struct Shop;

impl signature::Functions for Shop {
    async fn ship(&self, _: Call<'_>, input: Value) -> Result<signature::ShipOutput, StepError> {
        Ok(signature::ShipOutput { parcel: input["to"].to_string() })
    }
}

fn main() {}
