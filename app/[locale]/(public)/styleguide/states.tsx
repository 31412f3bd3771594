"use client";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { FilteredEmpty } from "@/components/ui/filtered-empty";
import { Progress } from "@/components/ui/progress";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
import { Spinner } from "@/components/ui/spinner";
import { StaleBanner } from "@/components/ui/stale-banner";
import { Specimen } from "./specimen";

export function States() {
  return (
    <Section title="States" note="five a view">
      <Specimen name="Skeleton, Spinner">
        <Skeleton className="h-9 w-48" />
        <Spinner />
      </Specimen>
      <Specimen name="EmptyState">
        <div className="w-full">
          <EmptyState
            title="No machines yet"
            text="Add the machines that you run, and the portfolio shows what they earn."
            actions={
              <>
                <Button variant="primary">Add machines</Button>
                <Button variant="quiet">Show sample data</Button>
              </>
            }
          />
        </div>
      </Specimen>
      <Specimen name="FilteredEmpty">
        <div className="w-full">
          <FilteredEmpty filters="degraded, building 2" clearHref="?" />
        </div>
      </Specimen>
      <Specimen name="ErrorState">
        <div className="w-full">
          <ErrorState
            title="The market could not be loaded"
            text="The last figures stay in place. Try again in a minute."
            code="unavailable"
            requestId="4f1c2a9e-7d0b-4b52-9e0a-0c7f5f1f7a11"
            onRetry={() => {}}
          />
        </div>
      </Specimen>
      <Specimen name="StaleBanner">
        <StaleBanner since="2026-10-05T09:39:20.000Z" />
      </Specimen>
      <Specimen name="Progress">
        <div className="w-full max-w-md">
          <Progress
            label="Importing machines"
            done={412}
            total={1000}
            rate={86.4}
            secondsLeft={7}
            action={<Button>Cancel</Button>}
          />
        </div>
      </Specimen>
    </Section>
  );
}
