"use server";

import { addModel as add } from "@/lib/machines/use-cases/add-model";
import { editModel as edit } from "@/lib/machines/use-cases/edit-model";
import { findTwin as find } from "@/lib/machines/use-cases/find-twin";
import { retireModel as retire, unretireModel as unretire } from "@/lib/machines/use-cases/retire-model";
import { act } from "@/lib/transport/act";

export const addModel = act(add);
export const editModel = act(edit);
export const findTwin = act(find);
export const retireModel = act(retire);
export const unretireModel = act(unretire);
