import { Component, type OnDestroy, type OnInit, signal } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import * as sdk from "@ccpaas/browser-sdk";

import { start } from "./job.js";

// Angular's compiler checks it: the class of the README.
export class Provider extends sdk.AppDataProvider {
  GetToken() {
    return fetch("/my-backend/ccpaas-token").then((answer) => answer.json()).then((answer) => answer.data);
  }
}

@Component({ selector: "app-agent", template: `<output id="result">{{ result() }}</output>` })
class Agent implements OnInit, OnDestroy {
  readonly result = signal("");
  private end = () => {};

  ngOnInit() {
    this.end = start(sdk, (text: string) => this.result.set(text));
  }

  ngOnDestroy() {
    this.end();
  }
}

void bootstrapApplication(Agent);
