run(firstCall);
