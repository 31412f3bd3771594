"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { Menu } from "@/components/ui/menu";
import { Section } from "@/components/ui/section";
import { toast } from "@/components/ui/toast";
import { Specimen } from "./specimen";

export function Overlays() {
  const [sharing, setSharing] = useState(false);
  const [confirming, setConfirming] = useState(false);
  return (
    <Section title="Overlays" note="one shadow level">
      <Specimen name="Dialog, ConfirmDialog">
        <Dialog
          open={sharing}
          onOpenChange={setSharing}
          trigger={<Button>Share</Button>}
          title="Share this calculation"
          description="The link keeps the inputs and the market of now."
          footer={<Button variant="primary">Copy link</Button>}
        />
        <Button variant="danger" onClick={() => setConfirming(true)}>
          Delete site
        </Button>
        <ConfirmDialog
          open={confirming}
          onOpenChange={setConfirming}
          title="Delete site Alder?"
          effect="120 machines lose their site. This can’t be undone."
          confirmLabel="Delete site"
          typeToConfirm="Alder"
          onConfirm={() => new Promise((resolve) => setTimeout(resolve, 800))}
        />
      </Specimen>
      <Specimen name="Menu">
        <Menu
          trigger={<Button>Export</Button>}
          items={[
            { key: "csv", label: "CSV", onSelect: () => toast.success("Downloaded") },
            { key: "pdf", label: "PDF", onSelect: () => {}, disabledReason: "Nothing to print yet" },
          ]}
        />
      </Specimen>
      <Specimen name="toast">
        <Button onClick={() => toast.success("Link copied")}>Success</Button>
        <Button onClick={() => toast.info("Prices were refreshed", { label: "Show", run: () => {} })}>Info</Button>
        <Button onClick={() => toast.error("The market could not be loaded")}>Error</Button>
      </Specimen>
    </Section>
  );
}
