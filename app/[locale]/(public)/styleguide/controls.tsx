"use client";

import Share2 from "lucide-react/icons/share-2";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { CopyButton } from "@/components/ui/copy-button";
import { Disclosure } from "@/components/ui/disclosure";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NumberInput } from "@/components/ui/number-input";
import { Picker } from "@/components/ui/picker";
import { Range } from "@/components/ui/range";
import { Section } from "@/components/ui/section";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { Tabs } from "@/components/ui/tabs";
import { UnitSwitch } from "@/components/ui/unit-switch";
import { Specimen } from "./specimen";

const MODELS = Array.from({ length: 120 }, (_, index) => ({
  value: `m${index}`,
  label: `Antminer S${19 + (index % 4)} ${90 + index}T`,
  note: `${90 + index} TH/s`,
}));

export function Controls() {
  const [price, setPrice] = useState("6.0");
  const [model, setModel] = useState("m3");
  const [outlook, setOutlook] = useState<"flat" | "expected" | "hard">("expected");
  const [tab, setTab] = useState("day");
  const [pending, setPending] = useState(false);
  const work = () => {
    setPending(true);
    setTimeout(() => setPending(false), 1_500);
  };
  return (
    <Section title="Controls" note="with keyboard, on touch, without script">
      <Specimen name="Button">
        <Button variant="primary">Save 12 machines</Button>
        <Button>Share</Button>
        <Button variant="quiet">
          <Share2 aria-hidden="true" />
          Table
        </Button>
        <Button variant="danger">Delete site</Button>
        <Button variant="primary" pending={pending} onClick={work}>
          Save
        </Button>
        <Button variant="primary" disabledReason="Choose a machine first">
          Compare
        </Button>
        <CopyButton text="exact" />
      </Specimen>
      <Specimen name="Field, inputs">
        <div className="grid w-full max-w-sm gap-5">
          <Field id="sg-model" label="Machine" aside="120 models">
            {(aria) => (
              <Picker
                {...aria}
                items={MODELS}
                value={model}
                onValueChange={setModel}
                label="Machines"
                searchPlaceholder="A part of its name"
                emptyText="No machine has this in its name."
              />
            )}
          </Field>
          <Field
            id="sg-price"
            label="Price of power"
            aside="stops paying at 11.3 ¢"
            hint="What the meter charges, with grid fees."
          >
            {(aria) => <NumberInput {...aria} value={price} onValueChange={setPrice} unit="¢/kWh" />}
          </Field>
          <Range
            aria-label="Price of power"
            min={0}
            max={20}
            step={0.1}
            value={Number(price) || 0}
            onChange={(event) => setPrice(event.target.value)}
          />
          <Field id="sg-bad" label="Uptime" error="Enter 0 to 100.">
            {(aria) => <Input {...aria} defaultValue="140" unit="%" />}
          </Field>
          <Field id="sg-pool" label="Pool method">
            {(aria) => (
              <Select {...aria} options={["FPPS", "PPS", "PPLNS"].map((value) => ({ value, label: value }))} />
            )}
          </Field>
          <Checkbox label="Use live data" hint="Otherwise the figures of the link hold." defaultChecked />
        </div>
      </Specimen>
      <Specimen name="Segmented">
        <Segmented
          className="w-full max-w-sm"
          name="sg-outlook"
          label="Outlook"
          options={[
            { value: "flat", label: "Flat" },
            { value: "expected", label: "Expected" },
            { value: "hard", label: "Hard" },
          ]}
          value={outlook}
          onValueChange={setOutlook}
        />
        <UnitSwitch of="hashrate" />
        <UnitSwitch of="powerPrice" />
        <UnitSwitch of="coin" />
      </Specimen>
      <Specimen name="Tabs">
        <div className="w-full">
          <Tabs
            label="Span"
            value={tab}
            onValueChange={setTab}
            tabs={["day", "month", "year"].map((value) => ({ value, label: value, content: `A ${value}.` }))}
          />
        </div>
      </Specimen>
      <Specimen name="Disclosure">
        <div className="w-full max-w-sm">
          <Disclosure title="Advanced" note="curtailment, decay, tax, resale">
            <p className="text-muted">Fields.</p>
          </Disclosure>
        </div>
      </Specimen>
    </Section>
  );
}
